package dev.mvstudio.adapter.replicate;

import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Secret;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What can be set.
 *
 * @param backend the account and its models; options are {@code base_url}, {@code output_hosts}, {@code calls_per_minute}
 * @param publicUrl how the outside reaches this server; null when it does not, and then Replicate is asked instead
 * @param jobTimeout after how long this server gives a job up
 * @param webhookSecret signs what Replicate sends; null to ask the account for it
 */
public record ReplicateConfiguration(
        BackendSettings backend,
        @Nullable URI publicUrl,
        Duration jobTimeout,
        @Nullable Secret webhookSecret) {
    public ReplicateConfiguration {
        if (jobTimeout.isNegative() || jobTimeout.isZero()) {
            throw new IllegalArgumentException("a job needs some time: " + jobTimeout);
        }
    }

    /** Whether there is a credential to call Replicate with. */
    public boolean isUsable() {
        return backend.credential() != null;
    }
}
