package dev.mvstudio.testkit.replicate;

import java.io.IOException;
import java.io.Serial;

/** Thrown out of a handler: the server then closes the connection, whatever has been sent. */
final class Cut extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    Cut() {
        super("cut on purpose");
    }
}
