package dev.mvstudio.adapter.firebase;

/** Google said no, and would say so again: wrong bucket, no permission, a key that is worth nothing. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
