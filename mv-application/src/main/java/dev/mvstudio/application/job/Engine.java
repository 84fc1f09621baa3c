package dev.mvstudio.application.job;

import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobSchedule;
import dev.mvstudio.domain.job.JobSchedule.Task;
import dev.mvstudio.domain.job.JobSchedule.Worker;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStoreException;
import dev.mvstudio.domain.job.StoredJob;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does the next step of jobs, whenever the schedule calls. It remembers nothing that matters: another one can go on. */
public final class Engine implements AutoCloseable {
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Jobs jobs;
    private final Desk desk;
    private final SafeKeeping safe;
    private final JobSchedule schedule;
    private final AtomicBoolean started = new AtomicBoolean();
    private final Set<JobId> inHand = ConcurrentHashMap.newKeySet();

    public Engine(
            Jobs jobs, JobTiming timing, Paces paces, Jobs.Surroundings surroundings, GenerationListener listener) {
        this.jobs = jobs;
        this.schedule = jobs.schedule();
        this.desk = new Desk(jobs, listener, timing, paces, surroundings.clock());
        this.safe = new SafeKeeping(jobs.register(), surroundings.sleeper());
    }

    /**
     * Begins to work, on what earlier processes left as well.
     *
     * @param others who does what is not a step of a job
     */
    public void start(Map<Task, Worker> others) {
        if (!started.compareAndSet(false, true)) {
            return;
        }
        Map<Task, Worker> workers = new EnumMap<>(Task.class);
        workers.putAll(others);
        workers.put(Task.JOB, this::step);
        workers.put(Task.SWEEP, new Sweep(jobs.register(), schedule));
        schedule.start(workers);
        schedule.wake(Task.SWEEP, "sweep");
        if (others.containsKey(Task.RETENTION)) {
            schedule.wake(Task.RETENTION, "retention");
        }
    }

    /** Begins nothing more. What is in hand goes on with the next start, here or elsewhere. */
    @Override
    public void close() {
        if (started.get()) {
            schedule.close();
        }
    }

    private Optional<Duration> step(String name) {
        JobId id = new JobId(UUID.fromString(name));
        if (!inHand.add(id)) {
            return Optional.of(BUSY); // another call of this process was wrongly taken for dead
        }
        try {
            return jobs.register().store().find(id).filter(Engine::isActive).flatMap(this::stepOrFail);
        } finally {
            inHand.remove(id);
        }
    }

    private static boolean isActive(StoredJob job) {
        return job.state() == JobState.RUNNING || job.state() == JobState.CANCELING;
    }

    private Optional<Duration> stepOrFail(StoredJob job) {
        try {
            return step(job);
        } catch (JobStoreException | StorageException e) {
            throw e; // called again when they are back
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e; // this process ends; the next one goes on
            }
            return desk.stumbled(job, e);
        }
    }

    private Optional<Duration> step(StoredJob job) {
        return switch (desk.papers().procedure(job)) {
            case Procedure.Remote<?, ?> remote -> remote(job, remote);
            case Procedure.Local<?, ?> local -> local(job, local);
            case Procedure.Composite<?, ?> composite -> composite(job, composite);
        };
    }

    private <Q extends Record, A extends Record & Answer> Optional<Duration> remote(
            StoredJob job, Procedure.Remote<Q, A> procedure) {
        return new RemoteSteps<>(desk, safe, procedure, job).step(job);
    }

    private <Q extends Record, A extends Record & Answer> Optional<Duration> local(
            StoredJob job, Procedure.Local<Q, A> procedure) {
        return new LocalSteps<>(desk, jobs.live(), procedure, job).step(job);
    }

    private <Q extends Record, A extends Record & Answer> Optional<Duration> composite(
            StoredJob job, Procedure.Composite<Q, A> procedure) {
        return new CompositeSteps<>(desk, jobs, procedure, job).step(job);
    }
}
