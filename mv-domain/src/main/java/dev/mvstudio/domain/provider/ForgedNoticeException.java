package dev.mvstudio.domain.provider;

import org.jspecify.annotations.Nullable;

/** A message is not of the provider's, too old, or unreadable. Its message says why, and nothing that helps to forge. */
public final class ForgedNoticeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ForgedNoticeException(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
