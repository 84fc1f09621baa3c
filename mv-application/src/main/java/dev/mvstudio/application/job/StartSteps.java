package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.Checkpoint;
import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.StoredJob;
import dev.mvstudio.domain.job.TicketTakenException;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets a job its ticket: by a start, or, when one may have happened, by looking for it. */
final class StartSteps<Q extends Record, A extends Record & Answer> {
    private static final Logger LOG = LoggerFactory.getLogger(StartSteps.class);

    private final Errand<Q, A> errand;
    private final CollectSteps<Q, A> collecting;
    private final Desk desk;
    private final Job<Q> job;

    StartSteps(Errand<Q, A> errand, CollectSteps<Q, A> collecting) {
        this.errand = errand;
        this.collecting = collecting;
        this.desk = errand.desk();
        this.job = errand.job();
    }

    Optional<Duration> begin(StoredJob stored) {
        if (stored.state() == JobState.CANCELING) {
            return desk.cancel(stored);
        }
        StoredJob intended = desk.change(
                job.id(),
                s -> s.state() == JobState.RUNNING ? s.intended(desk.clock().instant()) : s);
        return intended.state() == JobState.RUNNING ? start(intended) : desk.cancel(intended);
    }

    private Optional<Duration> start(StoredJob stored) {
        try {
            return switch (errand.steps().start(job)) {
                case Start.Running running -> errand.hold(running.ticket());
                case Start.Finished done -> collecting.harvest(null, done.outputs());
            };
        } catch (TicketTakenException e) {
            return lost(stored, e);
        } catch (ProviderException e) {
            return e.error().code() == ErrorCode.OUTCOME_UNKNOWN ? lost(stored, e) : notStarted(e);
        }
    }

    /** Its answer got lost, or somebody with an equal request took what was meant for this job. */
    private Optional<Duration> lost(StoredJob stored, RuntimeException why) {
        LOG.info("Job {}: looking for what was started: {}", job.id(), why.getMessage());
        errand.patience().lostAnswer(job);
        return search(stored);
    }

    /** It surely was not started: it may be tried again. */
    private Optional<Duration> notStarted(ProviderException why) {
        return startLater(desk.error(job, why, false));
    }

    private Optional<Duration> startLater(JobError error) {
        Optional<Duration> later =
                errand.patience().putOff(job, error, desk.timing().submitAttempts());
        if (later.isEmpty()) {
            return desk.fail(job, error);
        }
        notIntended();
        return later;
    }

    private void notIntended() {
        desk.change(job.id(), s -> s.at(Checkpoint.NONE, null, List.of()));
    }

    /** It may have been started: only the backend can tell. */
    Optional<Duration> search(StoredJob stored) {
        Search found;
        try {
            found = errand.steps()
                    .find(job, Objects.requireNonNullElse(stored.status().intendedAt(), job.createdAt()));
        } catch (ProviderException e) {
            JobError error = desk.error(job, e, false);
            Optional<Duration> later =
                    errand.patience().putOff(job, error, desk.timing().submitAttempts());
            return later.isPresent() ? later : unknown(error.details());
        }
        return switch (found) {
            case Search.Found f -> claim(f.ticket()).orElseGet(() -> unknown("another job has its ticket"));
            case Search.Alike alike -> claimOne(alike.tickets()).orElseGet(() -> absent(stored));
            case Search.Absent a -> absent(stored);
            case Search.Unknowable u -> unknown(u.why());
        };
    }

    /** One of them is as good as the other, unless it is another job's. */
    private Optional<Optional<Duration>> claimOne(List<Ticket> alike) {
        return alike.stream()
                .filter(this::isFree)
                .map(this::claim)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private boolean isFree(Ticket ticket) {
        return desk.register()
                .store()
                .holder(ticket.backend(), ticket.id())
                .filter(holder -> !holder.id().equals(job.id()))
                .isEmpty();
    }

    /** When to ask about it; empty when another job has it. */
    private Optional<Optional<Duration>> claim(Ticket ticket) {
        try {
            return Optional.of(errand.hold(ticket));
        } catch (TicketTakenException e) {
            LOG.info("Job {}: {}", job.id(), e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Duration> absent(StoredJob stored) {
        if (errand.patience().doubts(job)) {
            return Optional.of(desk.timing().backOff(2));
        }
        if (stored.state() == JobState.CANCELING) {
            notIntended();
            return desk.cancel(stored);
        }
        if (errand.patience().hadNoAnswer(job)) {
            return startLater(vanished());
        }
        notIntended();
        return Optional.of(Duration.ZERO);
    }

    private JobError vanished() {
        String backend = job.plan().backend().name();
        return JobError.of(
                ProviderError.of(
                        ErrorCode.PROVIDER_UNAVAILABLE,
                        job.plan().backend(),
                        backend + " did not answer the order, and has nothing of it"),
                false);
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
}
