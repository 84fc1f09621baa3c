/** Clips joined to a film, with or without a soundtrack. */
@NullMarked
package dev.mvstudio.domain.film;

import org.jspecify.annotations.NullMarked;
