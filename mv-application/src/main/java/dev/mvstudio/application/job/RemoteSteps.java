package dev.mvstudio.application.job;

import dev.mvstudio.application.job.Procedure.Remote;
import dev.mvstudio.domain.job.StoredJob;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Drives one job of a generator from checkpoint to checkpoint: intent, ticket, outputs, answer. Whatever it dies at, the
 * next call goes on at the last checkpoint, and nothing is started twice.
 */
final class RemoteSteps<Q extends Record, A extends Record & Answer> {
    private final StartSteps<Q, A> starting;
    private final AskSteps<Q, A> asking;
    private final CollectSteps<Q, A> collecting;

    RemoteSteps(Desk desk, SafeKeeping safe, Remote<Q, A> procedure, StoredJob stored) {
        Errand<Q, A> errand =
                new Errand<>(desk, safe, procedure.steps(), desk.papers().job(stored, procedure));
        this.collecting = new CollectSteps<>(errand);
        this.starting = new StartSteps<>(errand, collecting);
        this.asking = new AskSteps<>(errand, collecting);
    }

    Optional<Duration> step(StoredJob stored) {
        return switch (stored.status().checkpoint()) {
            case NONE -> starting.begin(stored);
            case INTENT -> starting.search(stored);
            case TICKET ->
                asking.ask(stored, Objects.requireNonNull(stored.status().ticket()));
            case OUTPUTS -> collecting.collect(stored.status().outputs());
        };
    }
}
