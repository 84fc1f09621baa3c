package dev.mvstudio.application.request;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param field the member's name as callers write it, such as {@code number_of_scenes}
 * @param message what was expected, for a person
 * @param rejected what was given, shortened; null when nothing was
 */
public record Violation(
        String field, String message, @Nullable String rejected) {}
