/** Use cases: clips become a film; an idea becomes a film. */
@NullMarked
package dev.mvstudio.application.film;

import org.jspecify.annotations.NullMarked;
