package dev.mvstudio.adapter.replicate;

import java.io.IOException;

/** A call that surely never left: there was no connection to send it over. */
final class UnsentException extends IOException {
    private static final long serialVersionUID = 1L;

    UnsentException(String message, Throwable cause) {
        super(message, cause);
    }
}
