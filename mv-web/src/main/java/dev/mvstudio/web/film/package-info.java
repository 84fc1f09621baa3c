/** The route that joins clips. */
@NullMarked
package dev.mvstudio.web.film;

import org.jspecify.annotations.NullMarked;
