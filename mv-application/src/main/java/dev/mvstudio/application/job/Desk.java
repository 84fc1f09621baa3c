package dev.mvstudio.application.job;

import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.job.Checkpoint;
import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStatus;
import dev.mvstudio.domain.job.StoredJob;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the steps of all kinds of jobs have in common: how they end, and how they are put off. */
final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Register register;
    private final JobPapers papers;
    private final GenerationListener listener;
    private final JobTiming timing;
    private final Clock clock;
    private final Paces paces;
    private final Patience patience;

    Desk(Jobs jobs, GenerationListener listener, JobTiming timing, Paces paces, Clock clock) {
        this.register = jobs.register();
        this.papers = jobs.papers();
        this.listener = listener;
        this.timing = timing;
        this.paces = paces;
        this.clock = clock;
        this.patience = new Patience(timing, clock);
    }

    Register register() {
        return register;
    }

    JobPapers papers() {
        return papers;
    }

    JobTiming timing() {
        return timing;
    }

    Clock clock() {
        return clock;
    }

    Patience patience() {
        return patience;
    }

    /** Between two questions to this backend, at first. */
    Duration interval(Backend backend) {
        return paces.interval(backend, timing.pollInterval());
    }

    StoredJob change(JobId id, UnaryOperator<JobStatus> change) {
        return register.change(id, change);
    }

    <A extends Record & Answer> Optional<Duration> succeed(Job<?> job, A answer) {
        String text = papers.write(answer);
        change(job.id(), status -> status.state().isFinal() ? status : status.succeeded(text, clock.instant()));
        patience.forget(job.id());
        listener.finished(job, answer);
        return Optional.empty();
    }

    Optional<Duration> fail(Job<?> job, JobError error) {
        change(job.id(), status -> status.state().isFinal() ? status : status.failed(error, clock.instant()));
        patience.forget(job.id());
        listener.failed(job, new GenerationFailedException(job.plan().kind(), job.id(), error));
        return Optional.empty();
    }

    /**
     * A bug of ours or of an adapter, or a job that cannot be read: it would meet the same with every call. What was
     * begun is not given up: a retry goes on at the last checkpoint, and so looks for what may have been started.
     */
    Optional<Duration> stumbled(StoredJob job, RuntimeException why) {
        LOG.error("Job {} failed", job.id(), why);
        change(
                job.id(),
                s -> s.state().isFinal()
                        ? s
                        : s.failed(
                                unexpected(job.order().backend(), s.checkpoint() != Checkpoint.NONE), clock.instant()));
        patience.forget(job.id());
        return Optional.empty();
    }

    private static JobError unexpected(Backend backend, boolean resumable) {
        return new JobError(
                ErrorCode.UNKNOWN_ERROR.name(),
                backend,
                "an unexpected error; the server's log has it under this job's id",
                false,
                resumable,
                null);
    }

    Optional<Duration> cancel(StoredJob job) {
        JobError error = Interventions.canceled(job);
        change(
                job.id(),
                status -> status.state() == JobState.CANCELING ? status.canceled(error, clock.instant()) : status);
        patience.forget(job.id());
        return Optional.empty();
    }

    /**
     * Tells what went wrong.
     *
     * @param resumable whether the ticket is still good
     */
    JobError error(Job<?> job, RuntimeException why, boolean resumable) {
        return switch (why) {
            case ProviderException e -> JobError.of(e.error(), resumable);
            case MergeException e -> local(job, e.fault().name(), e, e.fault() == MergeException.Fault.TIMEOUT, false);
            case StorageException e -> local(job, e.fault().name(), e, true, resumable);
            default -> {
                LOG.error("Job {} failed", job.id(), why);
                yield unexpected(job.plan().backend(), resumable);
            }
        };
    }

    private static JobError local(Job<?> job, String code, RuntimeException why, boolean retryable, boolean resumable) {
        return new JobError(code, job.plan().backend(), String.valueOf(why.getMessage()), retryable, resumable, null);
    }
}
