package dev.mvstudio.application.request;

/** What a caller asked for by its id is not there. */
public final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String details;

    /**
     * Says what is missing.
     *
     * @param message what was not found
     * @param details why that may be
     */
    public NotFoundException(String message, String details) {
        super(message);
        this.details = details;
    }

    public String details() {
        return details;
    }
}
