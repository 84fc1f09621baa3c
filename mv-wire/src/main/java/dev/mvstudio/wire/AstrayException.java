package dev.mvstudio.wire;

import java.io.IOException;
import java.net.URI;

/** A redirect that leads nowhere, or one too many. */
public final class AstrayException extends IOException {
    private static final long serialVersionUID = 1L;

    private final URI address;

    AstrayException(URI address, String message) {
        super(message);
        this.address = address;
    }

    /** What leads astray; may hold what lets somebody in. */
    public URI address() {
        return address;
    }
}
