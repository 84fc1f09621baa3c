package dev.mvstudio.domain.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said went wrong.
 *
 * @param code the class of the failure
 * @param provider who failed
 * @param details what the provider said, for a person; never a credential
 * @param retryAfter how long the provider asked us to wait, when it did
 */
public record ProviderError(
        ErrorCode code,
        Backend provider,
        String details,
        @Nullable Duration retryAfter) {
    public static ProviderError of(ErrorCode code, Backend provider, String details) {
        return new ProviderError(code, provider, details, null);
    }
}
