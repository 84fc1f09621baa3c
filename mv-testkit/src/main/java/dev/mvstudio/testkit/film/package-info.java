/** What every editor of films must keep to, and a fake of one. */
@NullMarked
package dev.mvstudio.testkit.film;

import org.jspecify.annotations.NullMarked;
