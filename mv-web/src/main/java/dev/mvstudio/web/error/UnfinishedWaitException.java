package dev.mvstudio.web.error;

import dev.mvstudio.domain.job.JobId;

/** Somebody waits for a job, and it is no use to wait here any longer. The job is kept. */
public final class UnfinishedWaitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient JobId job;
    private final Reason reason;

    /** Why. */
    public enum Reason {
        STOPPING,
        DATABASE
    }

    public UnfinishedWaitException(JobId job, Reason reason) {
        super("job " + job + " is not over");
        this.job = job;
        this.reason = reason;
    }

    JobId job() {
        return job;
    }

    Reason reason() {
        return reason;
    }
}
