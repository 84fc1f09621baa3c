package dev.mvstudio.domain.asset;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Fetches files from addresses that callers name. Such an address is hostile until shown otherwise. */
public interface RemoteFiles {
    /**
     * Streams a file from a public https address. At most three redirects are followed, each checked like the first; the
     * address that was checked is the one connected to.
     *
     * @throws AddressRefusedException for another scheme, credentials in the address, or a host that is private,
     *     loopback, link-local or otherwise not public; nothing was connected to
     * @throws IOException when it could not be fetched
     */
    InputStream fetch(URI address) throws IOException;

    /** The address must not be fetched from. */
    final class AddressRefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public AddressRefusedException(String message) {
            super(message);
        }
    }
}
