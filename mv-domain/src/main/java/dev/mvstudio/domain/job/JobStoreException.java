package dev.mvstudio.domain.job;

import org.jspecify.annotations.Nullable;

/** The jobs cannot be reached at the moment. Whether the last change was made is not known. */
public final class JobStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JobStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
