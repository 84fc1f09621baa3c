package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.provider.ProviderError;
import org.jspecify.annotations.Nullable;

/** A generation was ordered and failed. */
public final class GenerationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final JobKind kind;
    private final transient JobId jobId;
    private final transient ProviderError error;

    public GenerationFailedException(JobKind kind, JobId jobId, ProviderError error, @Nullable Throwable cause) {
        super(kind.word() + " by " + error.provider() + " failed: " + error.details(), cause);
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

    public ProviderError error() {
        return error;
    }
}
