package dev.mvstudio.application.asset;

import dev.mvstudio.domain.asset.InvalidMediaException;

/** A file has more bytes than are taken in. */
final class TooLargeException extends InvalidMediaException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long most) {
        super("it is larger than " + most + " bytes");
    }
}
