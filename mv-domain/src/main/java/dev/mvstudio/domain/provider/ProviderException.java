package dev.mvstudio.domain.provider;

import org.jspecify.annotations.Nullable;

/** A call to a provider failed. A generation that failed on the provider's side is a {@link Status.Failed} instead. */
public final class ProviderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProviderError error;

    public ProviderException(ProviderError error) {
        this(error, null);
    }

    public ProviderException(ProviderError error, @Nullable Throwable cause) {
        super(error.provider() + ": " + error.details(), cause);
        this.error = error;
    }

    public ProviderError error() {
        return error;
    }
}
