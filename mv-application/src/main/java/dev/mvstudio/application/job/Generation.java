package dev.mvstudio.application.job;

import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.Ticket;
import java.time.Instant;
import java.util.List;

/**
 * Work of a generator as short steps. None waits, none remembers anything between calls: whoever drives them keeps the
 * job and the ticket, and may be another process for each step.
 *
 * @param <Q> the complete request
 * @param <A> the answer
 */
public interface Generation<Q, A> {
    /**
     * Starts it. At most once for an attempt, unless {@link #find} said that nothing was started.
     *
     * @throws dev.mvstudio.domain.provider.ProviderException see {@link dev.mvstudio.domain.provider.Generator#start}
     */
    Start start(Job<Q> job);

    /**
     * Looks for what may have been started for this attempt.
     *
     * @param since when that was, at the earliest
     */
    Search find(Job<Q> job, Instant since);

    /** Asks once how far it is: the backend and account of the ticket, whatever the defaults are by now. */
    Status ask(Ticket ticket);

    void cancel(Ticket ticket);

    /**
     * Brings home what was made. May be called again when it failed.
     *
     * @throws dev.mvstudio.domain.provider.ProviderException when an output cannot be fetched or is not what was ordered
     */
    A collect(Job<Q> job, List<Output> outputs);
}
