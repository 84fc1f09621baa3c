package dev.mvstudio.application.job;

import dev.mvstudio.application.asset.SweepAssets;
import dev.mvstudio.domain.job.JobSchedule.Worker;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.job.StoredJob;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what has expired: files, and jobs with their steps and events. */
public final class RetentionWorker implements Worker {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionWorker.class);
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final int BATCH = 500;

    private final SweepAssets assets;
    private final JobStore jobs;
    private final @Nullable Duration kept;
    private final Clock clock;

    /**
     * A worker.
     *
     * @param kept how long a job stays after its end; null for ever
     */
    public RetentionWorker(SweepAssets assets, JobStore jobs, @Nullable Duration kept, Clock clock) {
        this.assets = assets;
        this.jobs = jobs;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> step(String name) {
        int files = assets.sweep();
        int gone = kept == null ? 0 : forget(kept);
        if (files + gone > 0) {
            LOG.info("Removed what has expired: {} files, {} jobs", files, gone);
        }
        return Optional.of(INTERVAL);
    }

    private int forget(Duration after) {
        int gone = 0;
        List<StoredJob> batch = expired(after);
        while (!batch.isEmpty() && !Thread.currentThread().isInterrupted()) {
            batch.forEach(job -> jobs.delete(job.id()));
            gone += batch.size();
            batch = expired(after);
        }
        return gone;
    }

    private List<StoredJob> expired(Duration after) {
        return jobs.finishedBefore(clock.instant().minus(after), BATCH);
    }
}
