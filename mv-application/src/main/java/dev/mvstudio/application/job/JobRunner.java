package dev.mvstudio.application.job;

import dev.mvstudio.application.job.Progress.Stage;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.Ticket;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Drives a generation from start to answer on the caller's thread, which ought to be a virtual one. */
public final class JobRunner {
    /** The share of a job that is generating; the rest is bringing the result home. */
    private static final double GENERATING = 0.95;

    private final Clock clock;
    private final Sleeper sleeper;
    private final Supplier<UUID> ids;
    private final JobTiming timing;
    private final GenerationListener listener;

    public JobRunner(Clock clock, Sleeper sleeper, Supplier<UUID> ids, JobTiming timing, GenerationListener listener) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.ids = ids;
        this.timing = timing;
        this.listener = listener;
    }

    /**
     * Carries out a plan.
     *
     * @throws GenerationFailedException when the backend could not
     */
    public <Q, A> A run(Plan<Q> plan, Generation<Q, A> steps, Progress progress) {
        Job<Q> job = new Job<>(new JobId(ids.get()), plan, clock.instant());
        try {
            A answer = drive(job, steps, progress);
            listener.finished(job, answer);
            progress.at(Stage.DONE, 1);
            return answer;
        } catch (ProviderException e) {
            RuntimeException failure = new GenerationFailedException(plan.kind(), job.id(), e.error(), e);
            listener.failed(job, failure);
            throw failure;
        } catch (RuntimeException e) {
            listener.failed(job, e);
            throw e;
        }
    }

    private <Q, A> A drive(Job<Q> job, Generation<Q, A> steps, Progress progress) {
        progress.at(Stage.SUBMITTING, 0);
        List<Output> outputs = switch (steps.start(job)) {
            case Start.Finished done -> done.outputs();
            case Start.Running running -> await(job, steps, running.ticket(), progress);
        };
        progress.at(Stage.COLLECTING, GENERATING);
        return collect(job, steps, outputs);
    }

    private List<Output> await(Job<?> job, Generation<?, ?> steps, Ticket ticket, Progress progress) {
        Instant deadline = job.createdAt().plus(timing.timeout());
        while (true) {
            switch (askOrKeepWaiting(steps, ticket)) {
                case Status.Finished done -> {
                    return done.outputs();
                }
                case Status.Failed failed -> throw new ProviderException(failed.error());
                case Status.Canceled canceled ->
                    throw failure(job, ErrorCode.CANCELED, "the generation was canceled on the provider's side");
                case Status.Pending pending -> progress.at(Stage.QUEUED, 0);
                case Status.Running running -> {
                    if (running.progress() != null) {
                        progress.at(Stage.GENERATING, running.progress() * GENERATING);
                    }
                }
            }
            if (!clock.instant().isBefore(deadline)) {
                throw failure(
                        job,
                        ErrorCode.TIMEOUT,
                        "not finished after " + timing.timeout().toSeconds() + " seconds");
            }
            pause(job, steps, ticket);
        }
    }

    /** A question that fails says nothing about the generation: unless asking again is pointless, it goes on. */
    private static Status askOrKeepWaiting(Generation<?, ?> steps, Ticket ticket) {
        try {
            return steps.ask(ticket);
        } catch (ProviderException e) {
            if (e.error().code().retryable()) {
                return new Status.Running(null);
            }
            throw e;
        }
    }

    private void pause(Job<?> job, Generation<?, ?> steps, Ticket ticket) {
        try {
            sleeper.sleep(timing.pollInterval());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            steps.cancel(ticket);
            throw failure(job, ErrorCode.CANCELED, "interrupted while waiting");
        }
    }

    private <Q, A> A collect(Job<Q> job, Generation<Q, A> steps, List<Output> outputs) {
        for (int attempt = 1; ; attempt++) {
            try {
                return steps.collect(job, outputs);
            } catch (ProviderException e) {
                if (attempt >= timing.collectAttempts() || e.error().code() != ErrorCode.PROVIDER_UNAVAILABLE) {
                    throw e;
                }
            }
        }
    }

    private static ProviderException failure(Job<?> job, ErrorCode code, String details) {
        return new ProviderException(ProviderError.of(code, job.plan().backend(), details));
    }
}
