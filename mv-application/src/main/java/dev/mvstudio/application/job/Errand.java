package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.Checkpoint;
import dev.mvstudio.domain.job.Stage;
import dev.mvstudio.domain.provider.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One job of a generator, and who helps to do it. */
record Errand<Q extends Record, A extends Record & Answer>(
        Desk desk, SafeKeeping safe, Generation<Q, A> steps, Job<Q> job) {
    /**
     * A ticket is worth what was paid for it: it is kept whatever it takes. It is asked about soon: what the backend
     * told before the ticket was kept was not heard.
     *
     * @throws dev.mvstudio.domain.job.TicketTakenException when another job has it
     */
    Optional<Duration> hold(Ticket ticket) {
        safe.keep(job.id(), s -> s.at(Checkpoint.TICKET, ticket, List.of()).at(Stage.GENERATING, s.progress(), null));
        desk.patience().forget(job.id());
        return Optional.of(desk.timing().pollInterval());
    }

    Patience patience() {
        return desk.patience();
    }
}
