package dev.mvstudio.wire;

import java.io.IOException;

/** An answer that nobody reads to its end. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long most) {
        super("more than " + most + " bytes were sent");
    }
}
