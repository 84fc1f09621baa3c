package dev.mvstudio.domain.job;

/**
 * A job as it is kept.
 *
 * @param version grows with every change
 */
public record StoredJob(JobOrder order, JobStatus status, long version) {
    public JobId id() {
        return order.id();
    }

    public JobState state() {
        return status.state();
    }
}
