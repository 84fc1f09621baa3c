package dev.mvstudio.domain.provider;

/**
 * A provider says that a generation moved. What became of it is asked there: a notice proves nothing.
 *
 * @param id the same for every delivery of this notice
 * @param ticketId the generation, as in {@link Ticket#id}
 */
public record Notice(String id, String ticketId) {}
