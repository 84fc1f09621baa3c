package dev.mvstudio.adapter.replicate;

import java.io.IOException;

/** An answer that is not what was asked for. */
final class OddAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    OddAnswerException(String message) {
        super(message);
    }
}
