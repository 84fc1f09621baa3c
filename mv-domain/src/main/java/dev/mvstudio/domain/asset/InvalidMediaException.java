package dev.mvstudio.domain.asset;

/** A file is not the media that it should be. The message says what is wrong with it, without a path. */
public class InvalidMediaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidMediaException(String message) {
        super(message);
    }

    public InvalidMediaException(String message, Throwable cause) {
        super(message, cause);
    }
}
