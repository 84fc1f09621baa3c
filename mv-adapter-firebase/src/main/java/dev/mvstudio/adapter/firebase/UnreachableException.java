package dev.mvstudio.adapter.firebase;

/** Google could not be asked, or could not answer; later it may. */
final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
