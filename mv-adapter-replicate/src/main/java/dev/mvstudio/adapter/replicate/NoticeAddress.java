package dev.mvstudio.adapter.replicate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where Replicate is told to send notices of a generation. It shows the key, so that a lost generation can be found. */
final class NoticeAddress {
    private static final String PATH = "/api/mv/webhooks/replicate";
    private static final Pattern KEY = Pattern.compile(Pattern.quote(PATH) + "\\?key=([A-Za-z0-9-]{1,64})$");

    private NoticeAddress() {}

    static String of(ReplicateSettings settings, String key) {
        return settings.publicUrl() + PATH + "?key=" + key;
    }

    /** Whether an address is that of a generation with this key, even if this server was reached otherwise back then. */
    static boolean has(String address, String key) {
        Matcher m = KEY.matcher(address);
        return m.find() && m.group(1).equals(key);
    }
}
