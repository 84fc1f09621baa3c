package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.JobId;

/** The same caller used the same idempotency key for another order. Nothing was done. */
public final class IdempotencyMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient JobId first;

    public IdempotencyMismatchException(JobId first) {
        super("this Idempotency-Key was used for another order, which is job " + first);
        this.first = first;
    }

    /** The job of the first order. */
    public JobId first() {
        return first;
    }
}
