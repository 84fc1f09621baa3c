package dev.mvstudio.wire;

import java.io.IOException;

/** A request that surely never left: there was no connection to send it over. */
public final class UnsentException extends IOException {
    private static final long serialVersionUID = 1L;

    UnsentException(String message, Throwable cause) {
        super(message, cause);
    }
}
