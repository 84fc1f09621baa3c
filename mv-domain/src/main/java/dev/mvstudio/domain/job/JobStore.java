package dev.mvstudio.domain.job;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Lane;
import dev.mvstudio.domain.provider.Model;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keeps jobs and what happened to them. A method that returned has its effect for good: also when the process dies right
 * after, and for every other process on the same store. Safe for use by many threads and processes.
 *
 * <p>All methods throw {@link JobStoreException} when the store cannot be reached.
 */
public interface JobStore {
    /**
     * Keeps a new, queued job, with its first event ({@link JobEvent.Type#STATE}). Of several orders with the same
     * caller and idempotency key, or for the same step of the same larger job, or with the same id, one is kept, also
     * when they come at once.
     *
     * @param lane that of the order; only jobs of their own, not steps of larger ones, are refused for its length
     * @throws QueueFullException when no place in it is free, and {@link Lane#maxQueued} jobs that are not steps wait
     *     in it; queued jobs for which there are free places do not count
     * @throws java.util.NoSuchElementException when it is a step of a larger job that is not there
     */
    Creation create(JobOrder order, Lane lane);

    /** Empty only when there is no such job. */
    Optional<StoredJob> find(JobId id);

    /**
     * Changes a job, and keeps what there is to tell of it ({@link JobEvent#between}), in one go. Changes of one job
     * come one after the other. A change that changes nothing leaves the version alone.
     *
     * @param change given the current status; quick, without effects, maybe called again
     * @throws TicketTakenException when its new ticket is that of another job; nothing was changed
     * @throws IllegalStateException when the state must not become the new one; nothing was changed
     * @throws java.util.NoSuchElementException when there is no such job
     */
    StoredJob change(JobId id, Instant at, UnaryOperator<JobStatus> change);

    /** The steps of a larger job, in the order of their creation. */
    List<StoredJob> children(JobId parent);

    /** Newest first. */
    List<StoredJob> list(JobFilter filter);

    /** What happened after the event of this number, in order; 0 for everything. */
    List<JobEvent> events(JobId id, long after, int limit);

    /** The versions of those of these jobs that are there. */
    Map<JobId, Long> versions(Collection<JobId> ids);

    /**
     * Gives free places in a lane to waiting jobs: as many as {@link Lane#width} and {@link Lane#perMinute} allow.
     * Callers take turns: who has fewer running or earlier chosen jobs comes first, then who waits longer.
     *
     * @return those that got a place just now; they are running
     */
    List<JobId> admit(Lane lane, Instant now);

    /** The names of all lanes in which jobs wait. */
    List<String> lanesInUse();

    /** All jobs that are running or being canceled. */
    List<JobId> active();

    /** The job, in whatever state, whose present attempt has this ticket; empty when there is none. */
    Optional<StoredJob> holder(Backend backend, String ticketId);

    /** How many jobs come before this one in its lane, plus one; empty when it does not wait. */
    Optional<Integer> position(JobId id);

    /** How long the last jobs of this kind that succeeded ran, newest first. */
    List<Duration> durations(String kind, Backend backend, Model model, int limit);

    /** Jobs of their own in a final state since before this instant that need not be kept, oldest first. */
    List<StoredJob> finishedBefore(Instant instant, int limit);

    /** Removes a job with its steps and events; false when there was none. */
    boolean delete(JobId id);

    /**
     * Keeps the first value ever given for a name, also when several are given at once.
     *
     * @return what is kept
     */
    String remember(String name, String first);
}
