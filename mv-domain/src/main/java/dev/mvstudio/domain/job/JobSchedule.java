package dev.mvstudio.domain.job;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Calls workers when something is due, for as long as they want to be called. What it was told survives this process. A
 * call in flight on a node that died is made again, by this node or by another one, soon after.
 *
 * <p>{@link #start} and {@link #wake} throw {@link JobStoreException} when what they are told cannot be kept.
 */
public interface JobSchedule extends AutoCloseable {
    /** What can be due. */
    enum Task {
        /** A job's next step. The name is the job's id. */
        JOB,
        /** Telling others of a job. The name is the job's id. */
        WEBHOOK,
        /** Putting in order what a crash left. There is one. */
        SWEEP,
        /** Removing what has expired. There is one. */
        RETENTION
    }

    /** Does what is due. */
    @FunctionalInterface
    interface Worker {
        /**
         * Does one short step. Never called twice at once for a name, unless a node was wrongly taken for dead.
         *
         * @return when to be called again; empty for never. When it throws it is called again after a while
         */
        Optional<Duration> step(String name);
    }

    /** Begins to call. Tasks without a worker here are left to other nodes. */
    void start(Map<Task, Worker> workers);

    /** Has the worker called as soon as possible, once more at least. May be called before {@link #start}. */
    void wake(Task task, String name);

    /** Sees to it that the worker will be called for these: those that are due some time anyway are left as they are. */
    void ensure(Task task, Collection<String> names);

    /** Calls nobody any more, and waits a moment for calls in flight. */
    @Override
    void close();
}
