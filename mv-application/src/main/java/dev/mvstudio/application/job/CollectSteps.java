package dev.mvstudio.application.job;

import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.job.Checkpoint;
import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.Stage;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings home what a generation made. */
final class CollectSteps<Q extends Record, A extends Record & Answer> {
    /** The share of a job that is generating; the rest is bringing the result home. */
    static final double GENERATING = 0.95;

    /** After these the same outputs are of no use: a retry makes new ones. */
    private static final Set<ErrorCode> SPOILT = Set.of(
            ErrorCode.OUTPUT_EXPIRED,
            ErrorCode.INVALID_PROVIDER_RESPONSE,
            ErrorCode.INVALID_PROVIDER_REQUEST,
            ErrorCode.CONTENT_POLICY_VIOLATION);

    private final Errand<Q, A> errand;
    private final Desk desk;
    private final Job<Q> job;

    CollectSteps(Errand<Q, A> errand) {
        this.errand = errand;
        this.desk = errand.desk();
        this.job = errand.job();
    }

    Optional<Duration> harvest(@Nullable Ticket ticket, List<Output> outputs) {
        errand.patience().forget(job.id());
        errand.safe()
                .keep(
                        job.id(),
                        s -> s.at(Checkpoint.OUTPUTS, ticket, outputs)
                                .at(Stage.COLLECTING, Math.max(s.progress(), GENERATING), null));
        return collect(outputs);
    }

    Optional<Duration> collect(List<Output> outputs) {
        A answer;
        try {
            answer = errand.steps().collect(job, outputs);
        } catch (ProviderException e) {
            return notCollected(outputs, e);
        } catch (StorageException e) {
            return later(desk.error(job, e, true), false);
        }
        return desk.succeed(job, answer);
    }

    /** What came was cut off, or an error page: what is really there may be sound. */
    private Optional<Duration> notCollected(List<Output> outputs, ProviderException why) {
        ErrorCode code = why.error().code();
        boolean damaged = code == ErrorCode.INVALID_PROVIDER_RESPONSE && !outputs.isEmpty();
        return later(desk.error(job, why, !SPOILT.contains(code)), damaged);
    }

    private Optional<Duration> later(JobError error, boolean whatever) {
        int attempts = desk.timing().collectAttempts();
        Optional<Duration> later = whatever
                ? errand.patience().again(job, error, attempts)
                : errand.patience().putOff(job, error, attempts);
        return later.isPresent() ? later : desk.fail(job, error);
    }
}
