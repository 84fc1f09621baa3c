package dev.mvstudio.web.job;

import dev.mvstudio.application.Settings;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.domain.job.JobStoreException;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.Stopping;
import dev.mvstudio.web.WebTiming;
import dev.mvstudio.web.error.UnfinishedWaitException;
import dev.mvstudio.web.error.UnfinishedWaitException.Reason;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps requests waiting for their jobs, on their own virtual threads. */
@Singleton
final class JobWaits {
    private static final Logger LOG = LoggerFactory.getLogger(JobWaits.class);
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Jobs jobs;
    private final WebTiming timing;
    private final Stopping stopping;
    private final boolean cancelOnDisconnect;

    JobWaits(ServedStudio served, WebTiming timing, Stopping stopping) {
        Settings.Server settings = served.configuration().settings().server();
        this.jobs = served.studio().jobs();
        this.timing = timing;
        this.stopping = stopping;
        this.cancelOnDisconnect = settings.cancelOnDisconnect();
    }

    /**
     * Waits until the job is over, the time is up or the caller is gone.
     *
     * @param atMost null for as long as it takes
     * @throws UnfinishedWaitException when the server is being stopped or the database is out of reach
     */
    JobSnapshot await(JobSnapshot ordered, @Nullable Duration atMost, HttpRequest<?> caller) {
        long start = System.nanoTime();
        Duration limit = atMost == null ? FOR_EVER : atMost;
        JobSnapshot job = ordered;
        while (!job.state().isFinal()) {
            Duration left = limit.minusNanos(System.nanoTime() - start);
            if (left.isNegative() || left.isZero()) {
                return job;
            }
            if (isGone(caller)) {
                return abandoned(job);
            }
            if (stopping.isUrgent()) {
                throw new UnfinishedWaitException(job.id(), Reason.STOPPING);
            }
            job = look(job, left.compareTo(timing.look()) < 0 ? left : timing.look());
        }
        return job;
    }

    private JobSnapshot look(JobSnapshot seen, Duration atMost) {
        try {
            return jobs.awaitNews(seen, atMost) ? fetch(seen) : seen;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnfinishedWaitException(seen.id(), Reason.STOPPING);
        }
    }

    /** What waits for a paid generation does not give up because the database is away for a moment. */
    private JobSnapshot fetch(JobSnapshot seen) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            try {
                return jobs.get(seen.id());
            } catch (JobStoreException e) {
                if (System.nanoTime() - start > timing.outage().toNanos() || stopping.isUrgent()) {
                    throw new UnfinishedWaitException(seen.id(), Reason.DATABASE);
                }
                LOG.debug("Waiting for job {}", seen.id(), e);
                Thread.sleep(timing.look());
            }
        }
    }

    private static boolean isGone(HttpRequest<?> caller) {
        return caller instanceof NettyHttpRequest<?> netty
                && !netty.getChannelHandlerContext().channel().isActive();
    }

    /** Connections that a server closes because it stops say nothing about their callers. */
    private JobSnapshot abandoned(JobSnapshot job) {
        if (!cancelOnDisconnect || stopping.hasBegun()) {
            return job;
        }
        LOG.info("Job {} is canceled, because the caller who waited for it went away", job.id());
        return jobs.stop(job.id());
    }
}
