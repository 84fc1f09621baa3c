package dev.mvstudio.wire;

import java.net.URI;
import java.util.Locale;

/**
 * Whom an address belongs to: a credential for one origin never goes to another.
 *
 * @param scheme in lower case
 * @param host in lower case
 * @param port also where the address leaves it out
 */
public record Origin(String scheme, String host, int port) {
    public static Origin of(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int port = address.getPort() < 0 ? (scheme.equals("https") ? 443 : 80) : address.getPort();
        return new Origin(scheme, String.valueOf(address.getHost()).toLowerCase(Locale.ROOT), port);
    }
}
