package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.JobOrder.Idempotency;
import dev.mvstudio.domain.job.JobOrder.Webhook;
import org.jspecify.annotations.Nullable;

/**
 * Who orders, and on what terms.
 *
 * @param caller for sharing lanes fairly; empty for nobody in particular
 * @param idempotency makes the same order recognizable; null when it may be given twice
 * @param keep whether the job and what it makes never expire
 * @param webhook who wants to be told; null for nobody
 */
public record Submission(
        String caller,
        @Nullable Idempotency idempotency,
        boolean keep,
        @Nullable Webhook webhook) {
    /** Somebody in this process, who waits. */
    public static final Submission LOCAL = new Submission("", null, false, null);
}
