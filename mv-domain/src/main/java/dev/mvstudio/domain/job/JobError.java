package dev.mvstudio.domain.job;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ProviderError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a job failed or was canceled.
 *
 * @param code the name of a {@link dev.mvstudio.domain.provider.ErrorCode}, of a
 *     {@link dev.mvstudio.domain.film.MergeException.Fault} or of a
 *     {@link dev.mvstudio.domain.asset.StorageException.Fault}
 * @param backend who failed
 * @param details what was said, for a person; never a credential
 * @param retryable whether the same may succeed when it is tried again later
 * @param resumable whether a retry goes on with the ticket that is there instead of starting, and paying, again
 * @param retryAfter how long the provider asked us to wait, when it did
 */
public record JobError(
        String code,
        Backend backend,
        String details,
        boolean retryable,
        boolean resumable,
        @Nullable Duration retryAfter) {
    public static JobError of(ProviderError error, boolean resumable) {
        return new JobError(
                error.code().name(),
                error.provider(),
                error.details(),
                error.code().retryable(),
                resumable,
                error.retryAfter());
    }
}
