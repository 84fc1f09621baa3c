package dev.mvstudio.web.error;

/** What this server needs for its work is out of reach. */
public final class NotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * Says what is out of reach.
     *
     * @param code for programs, such as {@code DATABASE_UNAVAILABLE}
     */
    public NotReadyException(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
