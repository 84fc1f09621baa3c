package dev.mvstudio.testkit.wire;

import java.io.IOException;
import java.io.Serial;

/** Thrown out of a handler: the server then closes the connection, whatever has been sent. */
public final class Cut extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    public Cut() {
        super("cut on purpose");
    }
}
