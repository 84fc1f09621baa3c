package dev.mvstudio.application.job;

import dev.mvstudio.application.job.JobConflictException.Code;
import dev.mvstudio.domain.job.Checkpoint;
import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobOrder;
import dev.mvstudio.domain.job.JobSchedule;
import dev.mvstudio.domain.job.JobSchedule.Task;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStatus;
import dev.mvstudio.domain.job.StoredJob;
import dev.mvstudio.domain.provider.ErrorCode;
import java.time.Clock;

/** What people do to jobs: stop them, try them again. */
final class Interventions {
    private final Register register;
    private final LiveWork live;
    private final JobSchedule schedule;
    private final Clock clock;
    private final Procedures procedures;

    Interventions(Register register, Procedures procedures, LiveWork live, JobSchedule schedule, Clock clock) {
        this.register = register;
        this.procedures = procedures;
        this.live = live;
        this.schedule = schedule;
        this.clock = clock;
    }

    static JobError canceled(StoredJob job) {
        return new JobError(
                ErrorCode.CANCELED.name(), job.order().backend(), "the job was canceled", false, false, null);
    }

    StoredJob cancel(StoredJob job) {
        return stopping(register.change(job.id(), status -> {
            if (status.state().isFinal()) {
                throw conflict(Code.JOB_NOT_CANCELABLE, job.id(), status, "only what is not over can be canceled");
            }
            return canceling(job, status);
        }));
    }

    /** The same, unless it is over. */
    StoredJob stop(StoredJob job) {
        return stopping(register.change(job.id(), status -> canceling(job, status)));
    }

    private StoredJob stopping(StoredJob changed) {
        if (changed.state() == JobState.CANCELING) {
            live.interrupt(changed.id());
            schedule.wake(Task.JOB, changed.id().toString());
        }
        return changed;
    }

    /** One that waits and of which nothing was started is over at once. */
    private JobStatus canceling(StoredJob job, JobStatus status) {
        return switch (status.state()) {
            case QUEUED ->
                status.checkpoint() == Checkpoint.NONE
                        ? status.canceled(canceled(job), clock.instant())
                        : status.canceling();
            case RUNNING -> status.canceling();
            case CANCELING, SUCCEEDED, FAILED, CANCELED -> status;
        };
    }

    /**
     * Its steps first: whatever it dies at, a job that runs again finds no step of its that failed before. One that takes
     * turns tries its steps again by itself.
     */
    StoredJob retry(StoredJob job) {
        requireRetryable(job.id(), job.status());
        requireNoTurn(job);
        if (!procedures.takesTurns(job)) {
            register.store().children(job.id()).forEach(step -> again(register, step));
        }
        StoredJob again = register.change(job.id(), status -> {
            requireRetryable(job.id(), status);
            return status.again();
        });
        register.admit(again.order().lane());
        return register.store().find(job.id()).orElse(again);
    }

    /** Has a step queued again, unless it is under way or has succeeded. */
    static void again(Register register, StoredJob step) {
        if (isRetryable(step.status())) {
            register.change(step.id(), s -> isRetryable(s) ? s.again() : s);
            register.admit(step.order().lane());
        }
    }

    /** Who tried such a step again by itself would do it without its turn. */
    private void requireNoTurn(StoredJob job) {
        JobOrder.Place place = job.order().place();
        if (place != null
                && register.store()
                        .find(place.parent())
                        .filter(procedures::takesTurns)
                        .isPresent()) {
            throw conflict(
                    Code.JOB_NOT_RETRYABLE,
                    job.id(),
                    job.status(),
                    "it is a step of job " + place.parent() + ", which is retried or ordered again as a whole");
        }
    }

    private static void requireRetryable(JobId id, JobStatus status) {
        if (!isRetryable(status)) {
            throw conflict(Code.JOB_NOT_RETRYABLE, id, status, "only what failed or was canceled can be retried");
        }
    }

    static boolean isRetryable(JobStatus status) {
        return status.state() == JobState.FAILED || status.state() == JobState.CANCELED;
    }

    private static JobConflictException conflict(Code code, JobId id, JobStatus status, String rule) {
        return new JobConflictException(
                code, id, "job " + id + " is " + status.state().word() + ": " + rule);
    }
}
