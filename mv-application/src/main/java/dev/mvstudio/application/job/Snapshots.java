package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.job.JobStoreException;
import dev.mvstudio.domain.job.StoredJob;
import java.time.Clock;
import java.util.List;

/** Jobs as they are shown. */
final class Snapshots {
    private final JobStore store;
    private final JobPapers papers;
    private final Estimates estimates;
    private final Clock clock;

    Snapshots(JobStore store, JobPapers papers, Estimates estimates, Clock clock) {
        this.store = store;
        this.papers = papers;
        this.estimates = estimates;
        this.clock = clock;
    }

    JobSnapshot of(StoredJob job) {
        Integer position =
                job.state() == JobState.QUEUED ? store.position(job.id()).orElse(null) : null;
        Procedure<?, ?> procedure = papers.procedure(job);
        List<StoredJob> steps = procedure instanceof Procedure.Composite ? store.children(job.id()) : List.of();
        return new JobSnapshot(
                job,
                procedure.kind(),
                papers.answer(job),
                steps,
                position,
                estimates.eta(job, position, clock.instant()));
    }

    /** Whoever ordered hears of it, also when nothing more can be asked: without its id they would order, and pay, again. */
    JobSnapshot ofOrder(StoredJob kept) {
        try {
            return of(store.find(kept.id()).orElse(kept));
        } catch (JobStoreException e) {
            return new JobSnapshot(kept, papers.procedure(kept).kind(), papers.answer(kept), List.of(), null, null);
        }
    }
}
