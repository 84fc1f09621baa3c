package dev.mvstudio.adapter.replicate;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The hosts that outputs may lie on. An address out of an answer is not to be trusted: it could be any. */
public final class OutputHosts {
    private static final Pattern ENTRY =
            Pattern.compile("(\\*\\.)?((?:[a-z0-9_-]+\\.)*[a-z0-9_-]+|\\[[0-9a-f:.]+])(?::([0-9]{1,5}))?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private record Entry(
            boolean below, String host, @Nullable Integer port) {
        boolean covers(String other, int otherPort, int usualPort) {
            boolean named = below ? other.endsWith("." + host) : other.equals(host);
            return named && otherPort == (port == null ? usualPort : port);
        }
    }

    private final List<Entry> entries;

    private OutputHosts(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Reads names with commas between them; {@code *.name} stands for everything below it, and a port may follow.
     *
     * @throws IllegalArgumentException when one of them is none
     */
    public static OutputHosts parse(String list) {
        List<Entry> entries = new ArrayList<>();
        for (String text : list.split(",", -1)) {
            Matcher m = ENTRY.matcher(text.strip().toLowerCase(Locale.ROOT));
            if (!m.matches()) {
                throw new IllegalArgumentException("output_hosts are names such as replicate.delivery or"
                        + " *.replicate.delivery, with commas between them: " + list);
            }
            Integer port = m.group(3) == null ? null : Integer.valueOf(m.group(3));
            entries.add(new Entry(m.group(1) != null, m.group(2), port));
        }
        return new OutputHosts(entries);
    }

    /** Whether an address is one of those: over https, on this machine over http as well. */
    boolean allow(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https")
                || (scheme.equals("http") && LOOPBACK.matcher(host).matches());
        int usual = scheme.equals("https") ? 443 : 80;
        int port = address.getPort() < 0 ? usual : address.getPort();
        return secure
                && address.getRawUserInfo() == null
                && entries.stream().anyMatch(entry -> entry.covers(host, port, usual));
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
