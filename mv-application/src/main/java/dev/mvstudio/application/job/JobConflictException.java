package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.JobId;

/** The job's state does not allow what was asked for. */
public final class JobConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is not possible. */
    public enum Code {
        JOB_NOT_CANCELABLE,
        JOB_NOT_RETRYABLE
    }

    private final Code code;
    private final transient JobId job;

    public JobConflictException(Code code, JobId job, String message) {
        super(message);
        this.code = code;
        this.job = job;
    }

    public Code code() {
        return code;
    }

    public JobId job() {
        return job;
    }
}
