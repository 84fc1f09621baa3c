package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.JobId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What is being done in this process in one go, so that it can be interrupted. */
final class LiveWork {
    private final Map<JobId, Thread> workers = new ConcurrentHashMap<>();

    <T> T during(JobId id, Supplier<T> work) {
        workers.put(id, Thread.currentThread());
        try {
            return work.get();
        } finally {
            synchronized (workers) {
                workers.remove(id);
            }
        }
    }

    /** Interrupts the work for this job if there is any; never a thread that went on to something else. */
    void interrupt(JobId id) {
        synchronized (workers) {
            Thread worker = workers.get(id);
            if (worker != null) {
                worker.interrupt();
            }
        }
    }
}
