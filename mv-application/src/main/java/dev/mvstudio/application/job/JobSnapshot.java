package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.StoredJob;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A job at one moment.
 *
 * @param answer what came of it; null unless it succeeded
 * @param steps the jobs that it consists of, in the order in which they were begun
 * @param queuePosition 1 for the next one in its lane; null when it does not wait
 * @param eta how long it will probably take from now on, by how long such jobs took; null when it is over or nobody knows
 */
public record JobSnapshot(
        StoredJob job,
        JobKind kind,
        @Nullable Answer answer,
        List<StoredJob> steps,
        @Nullable Integer queuePosition,
        @Nullable Duration eta) {
    public JobSnapshot {
        steps = List.copyOf(steps);
    }

    /** The ids of its steps. */
    public List<JobId> children() {
        return steps.stream().map(StoredJob::id).toList();
    }

    public JobId id() {
        return job.id();
    }

    public JobState state() {
        return job.state();
    }

    /**
     * What came of it.
     *
     * @throws GenerationFailedException when it failed or was canceled
     * @throws IllegalStateException when it is not over
     */
    public <A extends Answer> A result(Class<A> type) {
        if (answer != null) {
            return type.cast(answer);
        }
        if (!state().isFinal()) {
            throw new IllegalStateException("job " + id() + " is " + state().word());
        }
        throw new GenerationFailedException(
                kind, id(), Objects.requireNonNull(job.status().error()));
    }
}
