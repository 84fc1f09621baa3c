package dev.mvstudio.web.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Dates in HTTP headers: whole seconds, {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
final class HttpDates {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private HttpDates() {}

    static String format(Instant time) {
        return FORM.format(time);
    }

    /** Empty for any other form: a condition that cannot be read is ignored. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(FORM.parse(text.strip(), Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
