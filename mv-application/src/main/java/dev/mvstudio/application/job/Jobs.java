package dev.mvstudio.application.job;

import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.request.InvalidRequestException.Code;
import dev.mvstudio.application.request.NotFoundException;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.job.Creation;
import dev.mvstudio.domain.job.Documents;
import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.domain.job.JobFilter;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobOrder.Idempotency;
import dev.mvstudio.domain.job.JobSchedule;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.job.StoredJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** Use cases around jobs: order them, watch them, stop them, try them again. Safe for use by many threads. */
public final class Jobs {
    private final Register register;
    private final JobPapers papers;
    private final JobWatch watch;
    private final Snapshots snapshots;
    private final LiveWork live;
    private final Interventions interventions;
    private final Assets assets;
    private final JobSchedule schedule;
    private final Clock clock;

    /** Where jobs are kept, and who calls for their next steps. */
    public record Keeping(JobStore store, JobSchedule schedule, Documents documents) {}

    /** What this process reads from its surroundings. */
    public record Surroundings(Clock clock, Supplier<UUID> ids, Sleeper sleeper) {}

    public Jobs(Keeping keeping, Procedures procedures, Lanes lanes, Assets assets, Surroundings surroundings) {
        this.assets = assets;
        this.clock = surroundings.clock();
        this.schedule = keeping.schedule();
        this.watch = new JobWatch(keeping.store(), surroundings.sleeper(), Duration.ofMillis(250));
        this.register = new Register(keeping.store(), schedule, watch, lanes, clock);
        this.papers = new JobPapers(keeping.documents(), procedures, lanes, surroundings.ids(), clock);
        this.snapshots = new Snapshots(keeping.store(), papers, new Estimates(keeping.store(), lanes), clock);
        this.live = new LiveWork();
        this.interventions = new Interventions(register, procedures, live, schedule, clock);
    }

    Register register() {
        return register;
    }

    JobPapers papers() {
        return papers;
    }

    LiveWork live() {
        return live;
    }

    JobSchedule schedule() {
        return schedule;
    }

    /**
     * Orders what was planned. Once this returns the order is kept, whatever becomes of this process.
     *
     * @throws IdempotencyMismatchException when the same key was used for another order
     * @throws dev.mvstudio.domain.job.QueueFullException when too many jobs wait already
     * @throws dev.mvstudio.domain.job.JobStoreException when it cannot be kept at the moment
     */
    public JobSnapshot submit(Plan<? extends Record> plan, Submission terms) {
        Creation creation = register.create(papers.order(plan, terms, null));
        if (creation instanceof Creation.Existing existing) {
            requireSame(existing.job(), terms);
        }
        return snapshots.ofOrder(creation.job());
    }

    private static void requireSame(StoredJob first, Submission terms) {
        Idempotency idempotency = first.order().idempotency();
        if (!Objects.equals(idempotency, terms.idempotency())) {
            throw new IdempotencyMismatchException(first.id());
        }
    }

    /**
     * A job by its id.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException when the id is malformed
     * @throws NotFoundException when there is none
     */
    public JobSnapshot get(String id) {
        return snapshot(stored(parse(id)));
    }

    /** The same, of a job that is known to be there. */
    public JobSnapshot get(JobId id) {
        return snapshot(stored(id));
    }

    private static JobId parse(String id) {
        return JobId.parse(id).orElseThrow(() -> {
            Violations violations = new Violations();
            violations.add(Code.INVALID_ID, "job_id", "must be a UUID in lower case", id);
            return violations.toException();
        });
    }

    private StoredJob stored(JobId id) {
        return register.store()
                .find(id)
                .orElseThrow(() -> new NotFoundException(
                        "Job with ID " + id + " not found", "The job may have expired or the ID is incorrect"));
    }

    /** Newest first. */
    public List<JobSnapshot> list(JobFilter filter) {
        return register.store().list(filter).stream().map(this::snapshot).toList();
    }

    /** The steps of a larger job, in the order in which they were begun. */
    public List<JobSnapshot> children(JobId parent) {
        return register.store().children(parent).stream().map(this::snapshot).toList();
    }

    private JobSnapshot snapshot(StoredJob job) {
        return snapshots.of(job);
    }

    /** Waits until the job is over, or the time is up. */
    public JobSnapshot await(JobId id, Duration atMost) throws InterruptedException {
        Instant deadline = clock.instant().plus(atMost);
        StoredJob job = stored(id);
        while (!job.state().isFinal() && clock.instant().isBefore(deadline)) {
            watch.await(id, job.version(), Duration.between(clock.instant(), deadline));
            job = stored(id);
        }
        return snapshot(job);
    }

    /** Waits until the job has another version than this one, or the time is up. */
    public JobSnapshot awaitChange(JobSnapshot seen, Duration atMost) throws InterruptedException {
        watch.await(seen.id(), seen.job().version(), atMost);
        return get(seen.id());
    }

    /**
     * Waits until the job has changed since, or the time is up. Costs the store nothing of its own.
     *
     * @return whether there is something new
     */
    public boolean awaitNews(JobSnapshot seen, Duration atMost) throws InterruptedException {
        return watch.await(seen.id(), seen.job().version(), atMost);
    }

    /** Whether jobs can be kept and found at the moment. */
    public boolean isReachable() {
        return register.isReachable();
    }

    /** What happened after the event of this number, in order; 0 for everything. At most 1,000 at once. */
    public List<JobEvent> events(JobId id, long after) {
        return register.store().events(id, after, 1_000);
    }

    /**
     * Stops a job and its steps. One that waits is over at once; one that runs is over when its backend was told.
     * Whatever is finished by then is kept.
     *
     * @throws NotFoundException when there is none
     * @throws JobConflictException when it is over
     */
    public JobSnapshot cancel(JobId id) {
        return snapshot(interventions.cancel(stored(id)));
    }

    /** The same for whoever does not mind that it is over. */
    public JobSnapshot stop(JobId id) {
        return snapshot(interventions.stop(stored(id)));
    }

    /**
     * Tries again what failed or was canceled: of a larger job just the steps that are missing. Where a ticket is still
     * good it is used; otherwise this starts, and may cost, anew.
     *
     * @throws NotFoundException when there is none
     * @throws JobConflictException when there is nothing to try again
     */
    public JobSnapshot retry(JobId id) {
        return snapshot(interventions.retry(stored(id)));
    }

    /** Has a job, its steps and all that they made or will make never expire, or expire again. */
    public JobSnapshot keep(JobId id, boolean forever) {
        JobSnapshot job = snapshot(register.change(stored(id).id(), status -> status.kept(forever)));
        if (job.answer() != null) {
            job.answer().assets().forEach(asset -> assets.keepIfThere(asset, forever));
        }
        job.children().forEach(step -> keep(step, forever));
        return job;
    }

    /** What was ordered: the complete request of its kind. */
    public Record request(JobSnapshot job) {
        return papers.request(job.job());
    }

    /**
     * Waits for the answer. When this thread is interrupted the job is canceled.
     *
     * @throws GenerationFailedException when it failed or was canceled
     */
    public <A extends Answer> A join(JobSnapshot submitted, Class<A> type, Progress progress) {
        return join(submitted, progress).result(type);
    }

    /** Waits until it is over. When this thread is interrupted the job is canceled. */
    public JobSnapshot join(JobSnapshot submitted, Progress progress) {
        return new Waiting(this).join(submitted, progress);
    }

    /** Waits until it is over. When this thread is interrupted the job goes on. */
    public JobSnapshot watch(JobSnapshot seen, Progress progress) throws InterruptedException {
        return new Waiting(this).watch(seen, progress);
    }
}
