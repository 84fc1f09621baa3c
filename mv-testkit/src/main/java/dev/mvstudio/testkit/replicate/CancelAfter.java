package dev.mvstudio.testkit.replicate;

import dev.mvstudio.testkit.wire.Json;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Cancel-After}: {@code 30s}, {@code 5m}, {@code 1h30m45s}, or seconds without a unit. */
final class CancelAfter {
    static final String HEADER = "Cancel-After";
    private static final Duration LEAST = Duration.ofSeconds(5);
    private static final Pattern SYNTAX = Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s?)?");

    private CancelAfter() {}

    static Duration parse(String text) {
        Matcher units = SYNTAX.matcher(text.strip());
        if (!units.matches()) {
            throw refused("Cancel-After is not a duration: " + text);
        }
        Duration after = Duration.ofHours(number(units.group(1)))
                .plusMinutes(number(units.group(2)))
                .plusSeconds(number(units.group(3)));
        if (after.compareTo(LEAST) < 0) {
            throw refused("Cancel-After must be at least 5 seconds");
        }
        return after;
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static Refused refused(String detail) {
        return new Refused(Answer.json(
                422,
                Json.object()
                        .put("title", "Invalid Cancel-After header")
                        .put("detail", detail)
                        .put("status", 422)));
    }
}
