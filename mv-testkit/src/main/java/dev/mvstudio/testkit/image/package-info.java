/** What every image model must keep to, and a scripted one. */
@NullMarked
package dev.mvstudio.testkit.image;

import org.jspecify.annotations.NullMarked;
