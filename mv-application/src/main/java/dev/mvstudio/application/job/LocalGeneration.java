package dev.mvstudio.application.job;

import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.Ticket;
import java.util.List;

/** Work without a ticket: all of it happens when it is collected, and doing it again does no harm. */
public interface LocalGeneration<Q, A> extends Generation<Q, A> {
    A carryOut(Job<Q> job);

    @Override
    default Start start(Job<Q> job) {
        return new Start.Finished(List.of());
    }

    @Override
    default Status ask(Ticket ticket) {
        return new Status.Finished(List.of());
    }

    @Override
    default void cancel(Ticket ticket) {}

    @Override
    default A collect(Job<Q> job, List<Output> outputs) {
        return carryOut(job);
    }
}
