/** Prompts: templates with named placeholders, and lists of traits with their emphasis. */
@NullMarked
package dev.mvstudio.domain.prompt;

import org.jspecify.annotations.NullMarked;
