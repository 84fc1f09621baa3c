package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobId;

/** A generation was ordered, and failed or was canceled. */
public final class GenerationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final JobKind kind;
    private final transient JobId jobId;
    private final transient JobError error;

    public GenerationFailedException(JobKind kind, JobId jobId, JobError error) {
        super(kind.word() + " by " + error.backend() + " failed: " + error.details());
        this.kind = kind;
        this.jobId = jobId;
        this.error = error;
    }

    public JobKind kind() {
        return kind;
    }

    public JobId jobId() {
        return jobId;
    }

    public JobError error() {
        return error;
    }
}
