package dev.mvstudio.cli.shell;

import org.jspecify.annotations.Nullable;

/** A command could not do its work and says itself what that means for the caller. */
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public CommandFailedException(Failure failure, @Nullable Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
