package dev.mvstudio.domain.job;

import org.jspecify.annotations.Nullable;

/**
 * Which jobs to list, newest first; null for any.
 *
 * @param limit how many at most, at least 1
 * @param before only jobs that come after this one in the list: the last one of the page before; null for the first page
 */
public record JobFilter(
        @Nullable String kind,
        @Nullable JobState state,
        int limit,
        @Nullable JobId before) {}
