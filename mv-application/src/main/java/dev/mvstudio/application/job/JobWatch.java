package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets threads wait for changes of jobs, whichever process makes them. Changes of this process are told at once; those of
 * others are looked for, for all waiting threads in one question. While nobody waits nothing is asked.
 */
public final class JobWatch {
    private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);

    private final JobStore store;
    private final Sleeper sleeper;
    private final Duration interval;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<JobId, Watched> watched = new HashMap<>();
    private boolean looking;

    /**
     * A watch.
     *
     * @param interval between two looks for changes of other processes
     */
    public JobWatch(JobStore store, Sleeper sleeper, Duration interval) {
        this.store = store;
        this.sleeper = sleeper;
        this.interval = interval;
    }

    private static final class Watched {
        final Condition changed;
        int watchers;
        long version;

        Watched(Condition changed) {
            this.changed = changed;
        }
    }

    /** Tells those who wait that a job has this version now. */
    void changed(JobId id, long version) {
        lock.lock();
        try {
            Watched w = watched.get(id);
            if (w != null && version > w.version) {
                w.version = version;
                w.changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a job has a later version than this one, or the time is up.
     *
     * @return whether it has
     */
    boolean await(JobId id, long version, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            Watched w = watched.computeIfAbsent(id, any -> new Watched(lock.newCondition()));
            w.watchers++;
            look();
            try {
                while (w.version <= version && left > 0) {
                    left = w.changed.awaitNanos(left);
                }
                return w.version > version;
            } finally {
                if (--w.watchers == 0) {
                    watched.remove(id);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Begins to look, unless somebody does already. */
    private void look() {
        if (!looking) {
            looking = true;
            Thread.ofVirtual().name("job-watch").start(this::lookUntilNobodyWaits);
        }
    }

    private void lookUntilNobodyWaits() {
        try {
            do {
                sleeper.sleep(interval);
            } while (lookOnce());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean lookOnce() {
        Set<JobId> ids = ids();
        if (ids.isEmpty()) {
            return false;
        }
        try {
            store.versions(ids).forEach(this::changed);
        } catch (RuntimeException e) {
            // Whatever it is: who waits would wait for ever if nobody looked any more.
            LOG.debug("Looking for changes of jobs", e);
        }
        return true;
    }

    /** Those that are waited for. When there are none the looking is over. */
    private Set<JobId> ids() {
        lock.lock();
        try {
            looking = !watched.isEmpty();
            return Set.copyOf(watched.keySet());
        } finally {
            lock.unlock();
        }
    }
}
