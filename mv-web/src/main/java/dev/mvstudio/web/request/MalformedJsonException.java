package dev.mvstudio.web.request;

/** A body is not the JSON that it claims to be. The message says where. */
public final class MalformedJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedJsonException(String what, long line, long column) {
        super(what + " at " + line + ":" + column);
    }

    /** Says what is wrong with the whole. */
    public MalformedJsonException(String what) {
        super(what);
    }
}
