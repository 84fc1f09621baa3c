package dev.mvstudio.web.job;

import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.request.NotFoundException;
import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.domain.job.JobStoreException;
import dev.mvstudio.web.Stopping;
import dev.mvstudio.web.WebTiming;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one listener what happens to one job. */
final class EventSource {
    private static final Logger LOG = LoggerFactory.getLogger(EventSource.class);

    private final Jobs jobs;
    private final EventFrames frames;
    private final Tuning tuning;
    private final AtomicBoolean closed = new AtomicBoolean();
    private JobSnapshot job;
    private long told;
    private boolean opened;

    /**
     * How events are told.
     *
     * @param pictures whether a result may carry pictures
     */
    record Tuning(WebTiming timing, Stopping stopping, boolean pictures) {}

    /**
     * A source.
     *
     * @param told the number of the last event that the listener has, 0 for none
     */
    EventSource(Jobs jobs, JobSnapshot job, long told, EventFrames frames, Tuning tuning) {
        this.jobs = jobs;
        this.job = job;
        this.told = told;
        this.frames = frames;
        this.tuning = tuning;
    }

    void close() {
        closed.set(true);
    }

    /** Whether all was told. */
    boolean isOver() {
        return job.state().isFinal() && jobs.events(job.id(), told).isEmpty();
    }

    /** Waits for the next bytes; null when nothing comes any more, or the listener has to ask again. */
    byte @Nullable [] next() {
        if (!opened) {
            opened = true;
            return EventFrames.OPENING;
        }
        try {
            return events();
        } catch (JobStoreException | NotFoundException e) {
            LOG.debug("Events of job {}", job.id(), e);
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private byte @Nullable [] events() throws InterruptedException {
        long start = System.nanoTime();
        while (!isUseless()) {
            List<JobEvent> events = jobs.events(job.id(), told);
            if (!events.isEmpty()) {
                return tell(events);
            }
            if (job.state().isFinal()) {
                return null;
            }
            if (!hasNews(start)) {
                return isUseless() ? null : EventFrames.HEARTBEAT;
            }
            job = jobs.get(job.id());
        }
        return null;
    }

    private byte[] tell(List<JobEvent> events) {
        told = events.getLast().id();
        job = jobs.get(job.id());
        return frames.of(events, job, tuning.pictures());
    }

    /** Waits until the job changes, or it was silent for too long. */
    private boolean hasNews(long start) throws InterruptedException {
        Duration look = tuning.timing().look();
        while (!isUseless()) {
            Duration left = tuning.timing().heartbeat().minusNanos(System.nanoTime() - start);
            if (left.isNegative() || left.isZero()) {
                return false;
            }
            if (jobs.awaitNews(job, left.compareTo(look) < 0 ? left : look)) {
                return true;
            }
        }
        return false;
    }

    private boolean isUseless() {
        return closed.get() || tuning.stopping().hasBegun();
    }
}
