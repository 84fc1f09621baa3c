/** Prompt templates with named placeholders. */
@NullMarked
package dev.mvstudio.domain.prompt;

import org.jspecify.annotations.NullMarked;
