package dev.mvstudio.adapter.comfyui;

import dev.mvstudio.domain.provider.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a ComfyUI is.
 *
 * @param base without a slash at its end, and without user and password
 * @param authorization what the proxy before it is told, when the address has a user and a password
 */
record ServerAddress(URI base, @Nullable Secret authorization) {
    private static final Pattern FORM = Pattern.compile(
            "(https?)://(?:([^/?#@\\s]+)@)?([^/?#@\\s]+?)((?:/[^/?#\\s]+)*)/*", Pattern.CASE_INSENSITIVE);

    /**
     * Reads addresses that are parted by commas or spaces.
     *
     * @throws IllegalArgumentException when one of them is none, or is there twice; does not say what was there
     */
    static List<ServerAddress> all(String text) {
        List<ServerAddress> all = new ArrayList<>();
        for (String part : text.strip().split("[,\\s]+")) {
            ServerAddress address = of(part, all.size() + 1);
            if (all.stream().anyMatch(other -> other.name().equals(address.name()))) {
                throw new IllegalArgumentException("there are two addresses of " + address.name());
            }
            all.add(address);
        }
        return all;
    }

    private static ServerAddress of(String text, int place) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw wrong(place, null);
        }
        try {
            String host = form.group(3).toLowerCase(Locale.ROOT);
            URI base = URI.create(form.group(1).toLowerCase(Locale.ROOT) + "://" + host + form.group(4));
            if (base.getHost() == null) {
                throw wrong(place, null);
            }
            return new ServerAddress(base, authorization(form.group(2)));
        } catch (IllegalArgumentException e) {
            throw wrong(place, e);
        }
    }

    private static @Nullable Secret authorization(@Nullable String userInfo) {
        if (userInfo == null) {
            return null;
        }
        byte[] plain = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.UTF_8);
        return new Secret("Basic " + Base64.getEncoder().encodeToString(plain));
    }

    private static IllegalArgumentException wrong(int place, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "address " + place + ": expected addresses such as http://127.0.0.1:8188, parted by commas", cause);
    }

    /** What it is called in tickets and messages: where it is, however it is spoken to. */
    String name() {
        return base.getRawAuthority() + base.getRawPath();
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
