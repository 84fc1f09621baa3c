package dev.mvstudio.domain.film;

import org.jspecify.annotations.Nullable;

/** Clips could not be joined. The message says which clip and why, without paths. */
public final class MergeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Fault {
        /** A clip or the soundtrack cannot be read. */
        INVALID_CLIP,
        /** There is no FFmpeg. */
        EDITOR_MISSING,
        /** It did not finish in time and was ended. */
        TIMEOUT,
        /** It failed otherwise. */
        EDITOR_FAILED
    }

    private final Fault fault;

    public MergeException(Fault fault, String message) {
        this(fault, message, null);
    }

    public MergeException(Fault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
