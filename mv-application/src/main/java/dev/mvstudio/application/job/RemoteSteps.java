package dev.mvstudio.application.job;

import dev.mvstudio.application.job.Procedure.Remote;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.job.Checkpoint;
import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.Stage;
import dev.mvstudio.domain.job.StoredJob;
import dev.mvstudio.domain.job.TicketTakenException;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives one job of a generator from checkpoint to checkpoint: intent, ticket, outputs, answer. Whatever it dies at, the
 * next call goes on at the last checkpoint, and nothing is started twice.
 */
final class RemoteSteps<Q extends Record, A extends Record & Answer> {
    /** The share of a job that is generating; the rest is bringing the result home. */
    private static final double GENERATING = 0.95;

    private static final Logger LOG = LoggerFactory.getLogger(RemoteSteps.class);

    private final Desk desk;
    private final SafeKeeping safe;
    private final Generation<Q, A> steps;
    private final Job<Q> job;

    RemoteSteps(Desk desk, SafeKeeping safe, Remote<Q, A> procedure, StoredJob stored) {
        this.desk = desk;
        this.safe = safe;
        this.steps = procedure.steps();
        this.job = desk.papers().job(stored, procedure);
    }

    Optional<Duration> step(StoredJob stored) {
        return switch (stored.status().checkpoint()) {
            case NONE -> begin(stored);
            case INTENT -> search(stored);
            case TICKET -> ask(stored, Objects.requireNonNull(stored.status().ticket()));
            case OUTPUTS -> collect(stored.status().outputs());
        };
    }

    private Optional<Duration> begin(StoredJob stored) {
        if (stored.state() == JobState.CANCELING) {
            return desk.cancel(stored);
        }
        StoredJob intended = desk.change(
                job.id(),
                s -> s.state() == JobState.RUNNING ? s.intended(desk.clock().instant()) : s);
        return intended.state() == JobState.RUNNING ? start(intended) : step(intended);
    }

    private Optional<Duration> start(StoredJob stored) {
        Start started;
        try {
            started = steps.start(job);
        } catch (ProviderException e) {
            return e.error().code() == ErrorCode.OUTCOME_UNKNOWN ? search(stored) : notStarted(e);
        }
        return switch (started) {
            case Start.Running running -> hold(running.ticket());
            case Start.Finished done -> harvest(null, done.outputs());
        };
    }

    /** It surely was not started: it may be tried again. */
    private Optional<Duration> notStarted(ProviderException why) {
        JobError error = desk.error(job, why, false);
        Optional<Duration> later = desk.putOff(job, error, desk.timing().submitAttempts());
        if (later.isEmpty()) {
            return desk.fail(job, error);
        }
        desk.change(job.id(), s -> s.at(Checkpoint.NONE, null, List.of()));
        return later;
    }

    /** A ticket is worth what was paid for it: it is kept whatever it takes. */
    private Optional<Duration> hold(Ticket ticket) {
        desk.goesOn(job);
        safe.keep(job.id(), s -> s.at(Checkpoint.TICKET, ticket, List.of()).at(Stage.GENERATING, s.progress(), null));
        return Optional.of(desk.timing().pollInterval());
    }

    /** It may have been started: only the backend can tell. */
    private Optional<Duration> search(StoredJob stored) {
        Search found;
        try {
            found = steps.find(job, Objects.requireNonNullElse(stored.status().intendedAt(), job.createdAt()));
        } catch (ProviderException e) {
            JobError error = desk.error(job, e, false);
            Optional<Duration> later = desk.putOff(job, error, desk.timing().submitAttempts());
            return later.isPresent() ? later : unknown(error.details());
        }
        return switch (found) {
            case Search.Found f -> hold(f.ticket());
            case Search.Absent a -> absent(stored);
            case Search.Alike alike -> claim(stored, alike.tickets());
            case Search.Unknowable u -> unknown(u.why());
        };
    }

    /** One of them is as good as the other, unless it is another job's. */
    private Optional<Duration> claim(StoredJob stored, List<Ticket> alike) {
        for (Ticket ticket : alike) {
            if (isFree(ticket)) {
                try {
                    return hold(ticket);
                } catch (TicketTakenException e) {
                    LOG.info("Job {}: {}", job.id(), e.getMessage());
                }
            }
        }
        return absent(stored);
    }

    private boolean isFree(Ticket ticket) {
        return desk.register()
                .store()
                .holder(ticket.backend(), ticket.id())
                .filter(holder -> !holder.id().equals(job.id()))
                .isEmpty();
    }

    private Optional<Duration> absent(StoredJob stored) {
        if (desk.doubts(job)) {
            return Optional.of(desk.timing().backOff(2));
        }
        desk.change(job.id(), s -> s.at(Checkpoint.NONE, null, List.of()));
        return stored.state() == JobState.CANCELING ? desk.cancel(stored) : Optional.of(Duration.ZERO);
    }

    private Optional<Duration> unknown(String why) {
        return desk.fail(
                job,
                new JobError(
                        ErrorCode.OUTCOME_UNKNOWN.name(),
                        job.plan().backend(),
                        "it may have been started and charged, and "
                                + job.plan().backend() + " cannot tell (" + why
                                + "). It was not sent again. Look there for " + job.key()
                                + "; if nothing was charged, or it may be paid again, retry the job",
                        false,
                        false,
                        null));
    }

    private Optional<Duration> ask(StoredJob stored, Ticket ticket) {
        boolean canceling = stored.state() == JobState.CANCELING;
        if (canceling && stored.status().stage() != Stage.CANCELING) {
            cancelUpstream(ticket);
        }
        Status status;
        try {
            status = steps.ask(ticket);
        } catch (ProviderException e) {
            JobError error = desk.error(job, e, true);
            return error.retryable() ? later(stored) : desk.fail(job, error);
        }
        return switch (status) {
            case Status.Finished done -> harvest(ticket, done.outputs());
            case Status.Failed failed ->
                canceling ? desk.cancel(stored) : desk.fail(job, JobError.of(failed.error(), false));
            case Status.Canceled canceled -> canceling ? desk.cancel(stored) : desk.fail(job, canceledThere());
            case Status.Pending pending -> {
                show(stored, Stage.QUEUED, 0.0);
                yield later(stored);
            }
            case Status.Running running -> {
                show(stored, Stage.GENERATING, running.progress());
                yield later(stored);
            }
        };
    }

    private void cancelUpstream(Ticket ticket) {
        try {
            steps.cancel(ticket);
            desk.change(job.id(), s -> s.at(Stage.CANCELING, s.progress(), null));
        } catch (ProviderException e) {
            LOG.info("Job {}: told to stop with the next step: {}", job.id(), e.getMessage());
        }
    }

    private JobError canceledThere() {
        return JobError.of(
                ProviderError.of(
                        ErrorCode.CANCELED, job.plan().backend(), "the generation was canceled on the provider's side"),
                false);
    }

    private void show(StoredJob stored, Stage stage, @Nullable Double fraction) {
        double before = stored.status().progress();
        double now = fraction == null ? before : fraction * GENERATING;
        boolean moved = stored.status().stage() != stage || Math.abs(now - before) >= 0.01;
        if (moved && stored.status().stage() != Stage.CANCELING) {
            desk.change(job.id(), s -> s.at(stage, Math.max(s.progress(), now), null));
        }
    }

    private Optional<Duration> later(StoredJob stored) {
        Instant began = Objects.requireNonNullElse(stored.status().startedAt(), job.createdAt());
        Duration atWork = Duration.between(began, desk.clock().instant());
        if (atWork.compareTo(desk.timing().timeout()) < 0) {
            return Optional.of(desk.timing().nextPoll(atWork));
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

    private Optional<Duration> harvest(@Nullable Ticket ticket, List<Output> outputs) {
        desk.goesOn(job);
        safe.keep(
                job.id(),
                s -> s.at(Checkpoint.OUTPUTS, ticket, outputs)
                        .at(Stage.COLLECTING, Math.max(s.progress(), GENERATING), null));
        return collect(outputs);
    }

    private Optional<Duration> collect(List<Output> outputs) {
        A answer;
        try {
            answer = steps.collect(job, outputs);
        } catch (ProviderException | StorageException e) {
            return notCollected(e);
        }
        return desk.succeed(job, answer);
    }

    private Optional<Duration> notCollected(RuntimeException why) {
        boolean gone = why instanceof ProviderException e
                && (e.error().code() == ErrorCode.OUTPUT_EXPIRED
                        || e.error().code() == ErrorCode.INVALID_PROVIDER_RESPONSE);
        JobError error = desk.error(job, why, !gone);
        Optional<Duration> later =
                gone ? Optional.empty() : desk.putOff(job, error, desk.timing().collectAttempts());
        return later.isPresent() ? later : desk.fail(job, error);
    }
}
