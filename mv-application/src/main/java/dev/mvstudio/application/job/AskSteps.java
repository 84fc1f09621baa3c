package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.Stage;
import dev.mvstudio.domain.job.StoredJob;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.Ticket;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks how far a generation is. */
final class AskSteps<Q extends Record, A extends Record & Answer> {
    private static final Logger LOG = LoggerFactory.getLogger(AskSteps.class);

    private final Errand<Q, A> errand;
    private final CollectSteps<Q, A> collecting;
    private final Desk desk;
    private final Job<Q> job;

    AskSteps(Errand<Q, A> errand, CollectSteps<Q, A> collecting) {
        this.errand = errand;
        this.collecting = collecting;
        this.desk = errand.desk();
        this.job = errand.job();
    }

    Optional<Duration> ask(StoredJob stored, Ticket ticket) {
        Optional<Duration> quiet = errand.patience().quiet(job);
        if (quiet.isPresent()) {
            return quiet;
        }
        boolean canceling = stored.state() == JobState.CANCELING;
        if (canceling && stored.status().stage() != Stage.CANCELING) {
            cancelUpstream(ticket);
        }
        Status status;
        try {
            status = errand.steps().ask(ticket);
        } catch (ProviderException e) {
            return notAnswered(stored, ticket, desk.error(job, e, true));
        }
        return switch (status) {
            case Status.Finished done -> collecting.harvest(ticket, done.outputs());
            case Status.Failed failed -> canceling ? desk.cancel(stored) : failed(failed.error());
            case Status.Canceled canceled -> canceling ? desk.cancel(stored) : desk.fail(job, canceledThere());
            case Status.Pending pending -> {
                show(stored, Stage.QUEUED, 0.0);
                yield later(stored, ticket);
            }
            case Status.Running running -> {
                show(stored, Stage.GENERATING, running.progress());
                yield later(stored, ticket);
            }
        };
    }

    private void cancelUpstream(Ticket ticket) {
        try {
            errand.steps().cancel(ticket);
            desk.change(job.id(), s -> s.at(Stage.CANCELING, s.progress(), null));
        } catch (ProviderException e) {
            LOG.info("Job {}: told to stop with the next step: {}", job.id(), e.getMessage());
        }
    }

    private Optional<Duration> notAnswered(StoredJob stored, Ticket ticket, JobError error) {
        if (!error.retryable()) {
            return desk.fail(job, error);
        }
        Optional<Duration> next = later(stored, ticket);
        Duration wish = error.retryAfter();
        if (next.isEmpty() || wish == null) {
            return next;
        }
        return Optional.of(JobTiming.longer(next.get(), errand.patience().staysQuiet(job, wish)));
    }

    /** The provider broke off by no fault of the request: once, this costs nothing but time. */
    private Optional<Duration> failed(ProviderError why) {
        if (why.code() != ErrorCode.PROVIDER_UNAVAILABLE || job.attempt() > 1) {
            return desk.fail(job, JobError.of(why, false));
        }
        LOG.info("Job {}: {} broke it off: {}; starting once more", job.id(), why.provider(), why.details());
        desk.change(job.id(), s -> s.state() == JobState.RUNNING && s.attempt() == job.attempt() ? s.anew() : s);
        errand.patience().forget(job.id());
        return Optional.of(desk.timing().backOff(1));
    }

    private JobError canceledThere() {
        return JobError.of(
                ProviderError.of(
                        ErrorCode.CANCELED, job.plan().backend(), "the generation was canceled on the provider's side"),
                false);
    }

    private void show(StoredJob stored, Stage stage, @Nullable Double fraction) {
        double before = stored.status().progress();
        double now = fraction == null ? before : fraction * CollectSteps.GENERATING;
        boolean moved = stored.status().stage() != stage || Math.abs(now - before) >= 0.01;
        if (moved && stored.status().stage() != Stage.CANCELING) {
            desk.change(job.id(), s -> s.at(stage, Math.max(s.progress(), now), null));
        }
    }

    private Optional<Duration> later(StoredJob stored, Ticket ticket) {
        Duration atWork = Duration.between(job.startedAt(), desk.clock().instant());
        Duration left = desk.timing().timeout().minus(atWork);
        if (left.isPositive()) {
            Duration next = desk.timing().nextPoll(atWork, desk.interval(ticket.backend()));
            return Optional.of(JobTiming.shorter(next, left));
        }
        return stored.state() == JobState.CANCELING ? desk.cancel(stored) : desk.fail(job, tooLong());
    }

    private JobError tooLong() {
        return JobError.of(
                ProviderError.of(
                        ErrorCode.TIMEOUT,
                        job.plan().backend(),
                        "not finished after " + desk.timing().timeout().toSeconds()
                                + " seconds; a retry goes on waiting for the same generation"),
                true);
    }
}
