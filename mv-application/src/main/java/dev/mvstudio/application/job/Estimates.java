package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.JobOrder;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.job.StoredJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Guesses how long jobs will take by how long such jobs took: the same kind, backend and model. */
final class Estimates {
    private static final int SAMPLE = 20;

    private final JobStore store;
    private final Lanes lanes;

    Estimates(JobStore store, Lanes lanes) {
        this.store = store;
        this.lanes = lanes;
    }

    /** From now on; null when it is over, or when no such job ever succeeded. */
    @Nullable
    Duration eta(StoredJob job, @Nullable Integer position, Instant now) {
        if (job.state().isFinal()) {
            return null;
        }
        return usual(job.order()).map(usual -> left(job, position, now, usual)).orElse(null);
    }

    private Duration left(StoredJob job, @Nullable Integer position, Instant now, Duration usual) {
        Instant started = job.status().startedAt();
        if (position == null && started != null) {
            return JobTiming.longer(Duration.ZERO, usual.minus(Duration.between(started, now)));
        }
        int ahead = position == null ? 0 : position - 1;
        return usual.multipliedBy(1L + ahead / lanes.named(job.order().lane()).width());
    }

    private Optional<Duration> usual(JobOrder order) {
        List<Duration> past = store.durations(order.kind(), order.backend(), order.model(), SAMPLE).stream()
                .sorted()
                .toList();
        return past.isEmpty() ? Optional.empty() : Optional.of(past.get(past.size() / 2));
    }
}
