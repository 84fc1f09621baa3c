package dev.mvstudio.adapter.firebase;

/** Somebody else changed it between our reading and our writing; it is to be read anew. */
final class OvertakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OvertakenException(String message, Throwable cause) {
        super(message, cause);
    }
}
