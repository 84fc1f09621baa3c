package dev.mvstudio.domain.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Sends signed messages to addresses that callers name, as Standard Webhooks has it. Such an address is hostile until
 * shown otherwise.
 */
public interface WebhookSender {
    /**
     * Why nothing may be sent there, as the end of a sentence: {@code must be an https address}. Resolves the host's
     * name, and connects to nothing.
     */
    Optional<String> objection(URI url);

    /**
     * Posts a message once. Follows no redirect and reads no answer beyond its headers. The address is checked again:
     * one that is objected to is not connected to. Takes at most 15 seconds.
     *
     * @param id names the message; the same for every try
     * @param at now
     * @param body JSON in UTF-8
     */
    Receipt send(URI url, String id, Instant at, byte[] body);
}
