package dev.mvstudio.domain.asset;

import java.io.IOException;
import java.util.Locale;
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

    /**
     * Tells a full disk from other trouble.
     *
     * @param doing what was being done, such as {@code "storing videos/1.mp4"}
     */
    public static StorageException because(String doing, IOException cause) {
        String why = String.valueOf(cause.getMessage());
        boolean full = why.toLowerCase(Locale.ROOT).contains("no space left")
                || why.contains("Disk quota exceeded")
                || why.contains("There is not enough space on the disk");
        return full
                ? new StorageException(Fault.DISK_FULL, doing + ": the disk is full", cause)
                : new StorageException(
                        Fault.STORAGE_UNAVAILABLE,
                        doing + " failed (" + cause.getClass().getSimpleName() + ")",
                        cause);
    }

    public Fault fault() {
        return fault;
    }
}
