package dev.mvstudio.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What was to be sent cannot be opened or read, or is not as long as it was said to be: a part of it left at most. */
public final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
