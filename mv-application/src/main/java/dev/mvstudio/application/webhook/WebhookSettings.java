package dev.mvstudio.application.webhook;

import dev.mvstudio.domain.provider.Secret;
import org.jspecify.annotations.Nullable;

/**
 * How others are told of jobs.
 *
 * @param secret signs what they are told: {@code whsec_} and the base64 of 24–64 bytes; null to tell nobody
 * @param privateAddresses whether they may be on private and loopback addresses, and without TLS
 */
public record WebhookSettings(@Nullable Secret secret, boolean privateAddresses) {
    /** Nobody is told. */
    public static final WebhookSettings OFF = new WebhookSettings(null, false);
}
