package dev.mvstudio.domain.asset;

import org.jspecify.annotations.Nullable;

/** The store could not do its work. Nothing that it had was lost. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Fault {
        DISK_FULL,
        STORAGE_UNAVAILABLE
    }

    private final Fault fault;

    public StorageException(Fault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
