package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.JobId;
import java.time.Duration;

/** Waits for a job on behalf of somebody in this process. */
final class Waiting {
    private static final Duration ONE_LOOK = Duration.ofMinutes(1);
    /** How long a job that was told to stop is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Jobs jobs;

    Waiting(Jobs jobs) {
        this.jobs = jobs;
    }

    JobSnapshot join(JobSnapshot submitted, Progress progress) {
        try {
            return watch(submitted, progress);
        } catch (InterruptedException e) {
            return stopped(submitted.id());
        }
    }

    JobSnapshot watch(JobSnapshot seen, Progress progress) throws InterruptedException {
        JobSnapshot job = seen;
        while (!job.state().isFinal()) {
            progress.at(job.job().status().stage(), job.job().status().progress());
            job = jobs.awaitChange(job, ONE_LOOK);
        }
        progress.at(job.job().status().stage(), job.job().status().progress());
        return job;
    }

    private JobSnapshot stopped(JobId id) {
        JobSnapshot job = jobs.stop(id);
        try {
            job = jobs.await(id, PATIENCE);
        } catch (InterruptedException again) {
            job = jobs.get(id);
        }
        Thread.currentThread().interrupt();
        if (!job.state().isFinal()) {
            throw new GenerationFailedException(job.kind(), id, Interventions.canceled(job.job()));
        }
        return job;
    }
}
