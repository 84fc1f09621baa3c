package dev.mvstudio.web.request;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What makes two orders the same: route and body, however the body is written. The order of members and the space between
 * them do not count, nor do members that are null.
 */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The fingerprint.
     *
     * @param variant what else changes the result; empty for nothing
     */
    static String of(String route, String variant, Map<String, @Nullable Object> body) {
        Fingerprint print = new Fingerprint();
        print.text(route);
        print.text(variant);
        print.value(body);
        return HexFormat.of().formatHex(print.digest.digest());
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> mark('0');
            case Map<?, ?> members -> object(members);
            case List<?> items -> {
                mark('[');
                items.forEach(this::value);
                mark(']');
            }
            case BigInteger number -> number(new BigDecimal(number));
            case BigDecimal number -> number(number);
            default -> {
                mark(value instanceof String ? 's' : 'v');
                text(value.toString());
            }
        }
    }

    private void object(Map<?, ?> members) {
        Map<String, Object> sorted = new TreeMap<>();
        members.forEach((name, value) -> {
            if (value != null) {
                sorted.put(String.valueOf(name), value);
            }
        });
        mark('{');
        sorted.forEach((name, value) -> {
            text(name);
            value(value);
        });
        mark('}');
    }

    private void number(BigDecimal number) {
        mark('n');
        text(number.signum() == 0 ? "0" : number.stripTrailingZeros().toString());
    }

    private void mark(char what) {
        digest.update((byte) what);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
