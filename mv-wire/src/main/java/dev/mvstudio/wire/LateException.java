package dev.mvstudio.wire;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An answer, or the rest of one, for which nobody waits any longer. */
public final class LateException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean begun;

    private LateException(String message, boolean begun, @Nullable Throwable cause) {
        super(message, cause);
        this.begun = begun;
    }

    static LateException noAnswer(Duration waited) {
        return new LateException("no answer within " + waited.toSeconds() + " s", false, null);
    }

    static LateException stalled(long bytes, Throwable cause) {
        return new LateException("nothing came after " + bytes + " bytes", true, cause);
    }

    static LateException slow(long bytes, Duration waited) {
        return new LateException("only " + bytes + " bytes were sent in " + waited.toSeconds() + " s", true, null);
    }

    /** Whether the head of the answer had come. */
    public boolean hasBegun() {
        return begun;
    }
}
