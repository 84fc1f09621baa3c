package dev.mvstudio.domain.job;

import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.Ticket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param attempt counts from 1; a retry that starts anew is the next one
 * @param checkpoint what is known for certain about this attempt
 * @param intendedAt when this attempt was first about to be started, so that nothing was started for it earlier; null
 *     before
 * @param ticket of this attempt, from {@link Checkpoint#TICKET} on where the generator gives tickets
 * @param outputs of this attempt, at {@link Checkpoint#OUTPUTS}
 * @param progress of the whole job, 0.0–1.0
 * @param message for people; null when there is nothing to say
 * @param result what came out, as {@link Documents} wrote it; not null exactly when it succeeded
 * @param error why it failed or was canceled; null in any other state
 * @param startedAt when it got its place in the lane, null before
 * @param finishedAt when it got into a final state, null before
 * @param keep whether it never expires
 */
public record JobStatus(
        JobState state,
        int attempt,
        Checkpoint checkpoint,
        @Nullable Instant intendedAt,
        @Nullable Ticket ticket,
        List<Output> outputs,
        Stage stage,
        double progress,
        @Nullable String message,
        @Nullable String result,
        @Nullable JobError error,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        boolean keep) {
    public JobStatus {
        outputs = List.copyOf(outputs);
        progress = Math.clamp(progress, 0.0, 1.0);
    }

    /** That of a new job. */
    public static JobStatus queued(boolean keep) {
        return new JobStatus(
                JobState.QUEUED,
                1,
                Checkpoint.NONE,
                null,
                null,
                List.of(),
                Stage.WAITING,
                0,
                null,
                null,
                null,
                null,
                null,
                keep);
    }

    /** It got its place in the lane. */
    public JobStatus admitted(Instant at) {
        return new JobStatus(
                JobState.RUNNING,
                attempt,
                checkpoint,
                intendedAt,
                ticket,
                outputs,
                Stage.SUBMITTING,
                progress,
                null,
                null,
                null,
                at,
                null,
                keep);
    }

    /** It is about to be started. */
    public JobStatus intended(Instant at) {
        return new JobStatus(
                state,
                attempt,
                Checkpoint.INTENT,
                intendedAt == null ? at : intendedAt,
                null,
                List.of(),
                stage,
                progress,
                message,
                result,
                error,
                startedAt,
                finishedAt,
                keep);
    }

    /** What is known for certain grew. */
    public JobStatus at(Checkpoint reached, @Nullable Ticket withTicket, List<Output> made) {
        return new JobStatus(
                state,
                attempt,
                reached,
                intendedAt,
                withTicket,
                made,
                stage,
                progress,
                message,
                result,
                error,
                startedAt,
                finishedAt,
                keep);
    }

    public JobStatus at(Stage nowDoing, double fraction, @Nullable String says) {
        return new JobStatus(
                state,
                attempt,
                checkpoint,
                intendedAt,
                ticket,
                outputs,
                nowDoing,
                fraction,
                says,
                result,
                error,
                startedAt,
                finishedAt,
                keep);
    }

    /** Somebody wants it to end. */
    public JobStatus canceling() {
        return in(JobState.CANCELING, null, null, null, stage, progress);
    }

    public JobStatus succeeded(String made, Instant at) {
        return in(JobState.SUCCEEDED, made, null, at, Stage.DONE, 1);
    }

    public JobStatus failed(JobError why, Instant at) {
        return in(JobState.FAILED, null, why, at, stage, progress);
    }

    public JobStatus canceled(JobError why, Instant at) {
        return in(JobState.CANCELED, null, why, at, stage, progress);
    }

    private JobStatus in(
            JobState next,
            @Nullable String made,
            @Nullable JobError why,
            @Nullable Instant finished,
            Stage nowDoing,
            double fraction) {
        return new JobStatus(
                next,
                attempt,
                checkpoint,
                intendedAt,
                ticket,
                outputs,
                nowDoing,
                fraction,
                null,
                made,
                why,
                startedAt,
                finished,
                keep);
    }

    /** Queued again: where it was when that can be resumed, else from the start as the next attempt. */
    public JobStatus again() {
        boolean resume = error != null && error.resumable();
        return new JobStatus(
                JobState.QUEUED,
                resume ? attempt : attempt + 1,
                resume ? checkpoint : Checkpoint.NONE,
                resume ? intendedAt : null,
                resume ? ticket : null,
                resume ? outputs : List.of(),
                Stage.WAITING,
                0,
                null,
                null,
                null,
                null,
                null,
                keep);
    }

    /** Begun anew as the next attempt, without leaving its place in the lane. */
    public JobStatus anew() {
        return new JobStatus(
                state,
                attempt + 1,
                Checkpoint.NONE,
                null,
                null,
                List.of(),
                Stage.SUBMITTING,
                progress,
                null,
                null,
                null,
                startedAt,
                null,
                keep);
    }

    /** From now on it never expires, or does again. */
    public JobStatus kept(boolean forever) {
        return new JobStatus(
                state,
                attempt,
                checkpoint,
                intendedAt,
                ticket,
                outputs,
                stage,
                progress,
                message,
                result,
                error,
                startedAt,
                finishedAt,
                forever);
    }
}
