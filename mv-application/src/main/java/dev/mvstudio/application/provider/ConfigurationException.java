package dev.mvstudio.application.provider;

/** The request is fine, but this installation is not set up for it. The message names the setting to change. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the set-up. */
    public enum Code {
        MISSING_CREDENTIALS,
        INVALID_CONFIGURATION
    }

    private final Code code;
    private final String backend;

    public ConfigurationException(Code code, String backend, String message) {
        super(message);
        this.code = code;
        this.backend = backend;
    }

    public Code code() {
        return code;
    }

    public String backend() {
        return backend;
    }
}
