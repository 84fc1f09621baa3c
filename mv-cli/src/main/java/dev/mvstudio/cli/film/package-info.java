/** Commands: an idea becomes a film; clips become a film. */
@NullMarked
package dev.mvstudio.cli.film;

import org.jspecify.annotations.NullMarked;
