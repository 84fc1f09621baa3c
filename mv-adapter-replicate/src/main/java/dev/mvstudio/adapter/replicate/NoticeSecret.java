package dev.mvstudio.adapter.replicate;

import com.standardwebhooks.Webhook;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What Replicate signs its webhooks with: as configured, else as the account says. Asked for again when a signature is
 * wrong, because secrets are changed; but once a minute at most, because anybody can send wrong signatures.
 */
final class NoticeSecret {
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final ReplicateClient client;
    private final @Nullable Webhook configured;
    private @Nullable Webhook fetched;
    private @Nullable Long asked;

    NoticeSecret(ReplicateClient client) {
        this.client = client;
        Secret secret = client.settings().webhookSecret();
        this.configured = secret == null ? null : new Webhook(secret.reveal());
    }

    synchronized Webhook current() {
        if (configured != null) {
            return configured;
        }
        return fetched == null ? fetch() : fetched;
    }

    /** The current one when it is too early to ask for another. */
    synchronized Webhook renewed() {
        return configured != null || (fetched != null && isTooEarly()) ? current() : fetch();
    }

    private boolean isTooEarly() {
        return asked != null && client.nanoTime().getAsLong() - asked < BETWEEN.toNanos();
    }

    private Webhook fetch() {
        if (isTooEarly()) {
            throw unavailable("it could not be had a moment ago", null);
        }
        asked = client.nanoTime().getAsLong();
        try {
            fetched = new Webhook(client.webhookSecret());
            return fetched;
        } catch (IllegalArgumentException e) {
            throw unavailable("it is not in base64", e);
        }
    }

    private ProviderException unavailable(String why, @Nullable Throwable cause) {
        return client.refusals()
                .exception(
                        ErrorCode.PROVIDER_UNAVAILABLE,
                        "webhooks cannot be checked without the account's secret: " + why,
                        cause);
    }
}
