package dev.mvstudio.application.request;

import java.util.List;
import java.util.stream.Collectors;

/** A request that was refused before anything was spent. Lists every fault, not the first. */
public final class InvalidRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The class of the faults. */
    public enum Code {
        VALIDATION_ERROR,
        UNSUPPORTED_PARAMETER,
        INVALID_IMAGE,
        INVALID_ID,
        /** An address that this server must not connect to, such as one of a private network. */
        URL_NOT_ALLOWED,
        PAYLOAD_TOO_LARGE
    }

    private final Code code;
    private final transient List<Violation> violations;

    public InvalidRequestException(Code code, List<Violation> violations) {
        super(violations.stream().map(v -> v.field() + ": " + v.message()).collect(Collectors.joining("; ")));
        this.code = code;
        this.violations = List.copyOf(violations);
    }

    public Code code() {
        return code;
    }

    public List<Violation> violations() {
        return violations;
    }
}
