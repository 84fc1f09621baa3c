package dev.mvstudio.testkit.provider;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ForgedNoticeException;
import dev.mvstudio.domain.provider.Notice;
import dev.mvstudio.domain.provider.NoticeReceiver;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Understands the notices of a provider in memory: a line of text, signed by a key that both know. */
public final class FakeNoticeReceiver implements NoticeReceiver {
    public static final String ID = "fake-id";
    public static final String TIME = "fake-time";
    public static final String SIGNATURES = "fake-signatures";

    /** That of the provider. */
    public static final String KEY = "open sesame";

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern TEXT = Pattern.compile("moved (\\S+)");

    private final Backend backend;
    private final Clock clock;
    private volatile boolean listening;
    private volatile boolean lost;

    public FakeNoticeReceiver(Backend backend, Clock clock) {
        this.backend = backend;
        this.clock = clock;
    }

    /** Whether the provider is told where to send notices from now on. */
    public void listen(boolean really) {
        listening = really;
    }

    /** Whether the key is out of reach from now on. */
    public void loseKey(boolean really) {
        lost = really;
    }

    /** What the provider sends of a generation. */
    public static byte[] body(String ticketId) {
        return ("moved " + ticketId).getBytes(StandardCharsets.UTF_8);
    }

    /** The headers of a message. */
    public static Map<String, String> headers(String id, Instant at, byte[] body) {
        String time = String.valueOf(at.getEpochSecond());
        return Map.of(ID, id, TIME, time, SIGNATURES, signature(KEY, id, time, body));
    }

    /** What this key makes of a message. */
    public static String signature(String key, String id, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Backend backend() {
        return backend;
    }

    @Override
    public boolean listens() {
        return listening;
    }

    @Override
    public Notice read(Map<String, String> headers, byte[] body) {
        if (lost) {
            throw new ProviderException(
                    ProviderError.of(ErrorCode.PROVIDER_UNAVAILABLE, backend, "told to lose the key"));
        }
        String id = header(headers, ID);
        String time = header(headers, TIME);
        checkAge(time);
        byte[] right = signature(KEY, id, time, body).getBytes(StandardCharsets.UTF_8);
        boolean signed = Arrays.stream(header(headers, SIGNATURES).split(" "))
                .anyMatch(s -> MessageDigest.isEqual(right, s.getBytes(StandardCharsets.UTF_8)));
        Matcher text = TEXT.matcher(new String(body, StandardCharsets.UTF_8));
        if (!signed || !text.matches()) {
            throw forged("no signature fits", null);
        }
        return new Notice(id, text.group(1));
    }

    private static String header(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw forged("it has no " + name, null);
        }
        return value;
    }

    private void checkAge(String time) {
        Duration age;
        try {
            age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), clock.instant());
        } catch (NumberFormatException | DateTimeException e) {
            throw forged("its time is none", e);
        }
        if (age.abs().compareTo(TOLERANCE) > 0) {
            throw forged("it is too old, or from the future", null);
        }
    }

    private static ForgedNoticeException forged(String why, @Nullable Throwable cause) {
        return new ForgedNoticeException(why, cause);
    }
}
