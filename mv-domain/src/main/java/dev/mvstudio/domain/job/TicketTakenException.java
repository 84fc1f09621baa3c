package dev.mvstudio.domain.job;

import dev.mvstudio.domain.provider.Ticket;

/** A ticket is that of another job already. */
public final class TicketTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TicketTakenException(Ticket ticket) {
        super("another job has the ticket " + ticket.id() + " of " + ticket.backend());
    }
}
