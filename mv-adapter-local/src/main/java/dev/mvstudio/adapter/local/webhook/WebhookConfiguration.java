package dev.mvstudio.adapter.local.webhook;

import dev.mvstudio.domain.provider.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What can be set.
 *
 * @param secret signs what is sent, see {@link SigningKey}; null to send nothing
 * @param privateAddresses whether receivers may be on private and loopback addresses, and without TLS
 */
public record WebhookConfiguration(@Nullable Secret secret, boolean privateAddresses) {
    /** Nothing is sent. */
    public static final WebhookConfiguration OFF = new WebhookConfiguration(null, false);

    public WebhookConfiguration {
        if (secret != null && !SigningKey.isWellFormed(secret.reveal())) {
            throw new IllegalArgumentException("a webhook secret is " + SigningKey.FORM);
        }
    }
}
