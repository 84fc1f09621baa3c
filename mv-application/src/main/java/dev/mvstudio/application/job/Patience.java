package dev.mvstudio.application.job;

import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.provider.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What jobs wait for before they try again. Known to this process only: a job that goes on in another one has new
 * patience.
 */
final class Patience {
    /** Faults that often pass by themselves. */
    private static final Set<String> PASSING = Set.of(
            ErrorCode.RATE_LIMIT_EXCEEDED.name(),
            ErrorCode.PROVIDER_UNAVAILABLE.name(),
            StorageException.Fault.DISK_FULL.name(),
            StorageException.Fault.STORAGE_UNAVAILABLE.name());

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    private final JobTiming timing;
    private final Clock clock;
    private final Map<JobId, Integer> failures = new ConcurrentHashMap<>();
    private final Map<JobId, Integer> refusals = new ConcurrentHashMap<>();
    private final Map<JobId, Instant> doubted = new ConcurrentHashMap<>();
    private final Map<JobId, Instant> quiet = new ConcurrentHashMap<>();
    private final Set<JobId> unanswered = ConcurrentHashMap.newKeySet();

    Patience(JobTiming timing, Clock clock) {
        this.timing = timing;
        this.clock = clock;
    }

    /**
     * Puts off what failed, if it is of the kind that may succeed later.
     *
     * @return when to try again; empty when there is no hope, or it was tried often enough
     */
    Optional<Duration> putOff(Job<?> job, JobError error, int attempts) {
        return PASSING.contains(error.code()) ? again(job, error, attempts) : Optional.empty();
    }

    /** The same for whatever failed. Who is told to come back later has not failed: it may until the job is too old. */
    Optional<Duration> again(Job<?> job, JobError error, int attempts) {
        Optional<Duration> pause = error.code().equals(ErrorCode.RATE_LIMIT_EXCEEDED.name())
                ? refused(job, error)
                : failed(job, error, attempts);
        pause.ifPresent(p -> LOG.info("Job {}: {}; again in {}", job.id(), error.details(), p));
        return pause;
    }

    private Optional<Duration> refused(Job<?> job, JobError error) {
        Duration pause = pause(job, error, refusals.merge(job.id(), 1, Integer::sum));
        Instant end = job.startedAt().plus(timing.timeout());
        return clock.instant().plus(pause).isAfter(end) ? Optional.empty() : Optional.of(pause);
    }

    private Optional<Duration> failed(Job<?> job, JobError error, int attempts) {
        int failed = failures.merge(job.id(), 1, Integer::sum);
        return failed < attempts ? Optional.of(pause(job, error, failed)) : Optional.empty();
    }

    private Duration pause(Job<?> job, JobError error, int times) {
        Duration pause = timing.backOff(times);
        return spread(job.id(), error.retryAfter() == null ? pause : JobTiming.longer(pause, error.retryAfter()));
    }

    /** Up to a quarter longer, each job by its own share, so that those that were refused together come back one by one. */
    private static Duration spread(JobId id, Duration pause) {
        return pause.plus(pause.multipliedBy(Math.floorMod(id.hashCode(), 256)).dividedBy(1024));
    }

    /** Whether it is still too early to believe that nothing was started. */
    boolean doubts(Job<?> job) {
        Instant since = doubted.computeIfAbsent(job.id(), id -> clock.instant());
        if (clock.instant().isBefore(since.plus(timing.doubt()))) {
            return true;
        }
        doubted.remove(job.id());
        return false;
    }

    /** It was started a moment ago, but what became of that is not known. */
    void lostAnswer(Job<?> job) {
        unanswered.add(job.id());
    }

    /** Whether it was, once. */
    boolean hadNoAnswer(Job<?> job) {
        return unanswered.remove(job.id());
    }

    /**
     * Its backend is not to be asked before this time is over, whoever wakes the job meanwhile.
     *
     * @return when it may be
     */
    Duration staysQuiet(Job<?> job, Duration time) {
        Duration pause = spread(job.id(), time);
        quiet.put(job.id(), clock.instant().plus(pause));
        return pause;
    }

    /** How long its backend is still not to be asked; empty when it may be. */
    Optional<Duration> quiet(Job<?> job) {
        Instant until = quiet.get(job.id());
        Instant now = clock.instant();
        return until == null || !now.isBefore(until) ? Optional.empty() : Optional.of(Duration.between(now, until));
    }

    void forget(JobId id) {
        failures.remove(id);
        refusals.remove(id);
        doubted.remove(id);
        quiet.remove(id);
        unanswered.remove(id);
    }
}
