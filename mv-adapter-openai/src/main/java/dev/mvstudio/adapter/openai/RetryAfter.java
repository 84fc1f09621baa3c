package dev.mvstudio.adapter.openai;

import io.micronaut.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a server asks to wait: {@code Retry-After} in seconds or as a date, or OpenAI's {@code retry-after-ms}. */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String NUMBER = "[0-9]{1,9}(\\.[0-9]{1,9})?";

    private RetryAfter() {}

    /** From zero to an hour; null when the server does not say. */
    static @Nullable Duration of(HttpHeaders headers, Clock clock) {
        return header(headers, "retry-after-ms")
                .flatMap(text -> number(text, 1))
                .or(() -> header(headers, "retry-after")
                        .flatMap(text -> number(text, 1000).or(() -> date(text, clock))))
                .map(RetryAfter::bounded)
                .orElse(null);
    }

    private static Optional<String> header(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.get(name)).map(String::strip);
    }

    private static Optional<Duration> number(String text, int millis) {
        return text.matches(NUMBER)
                ? Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * millis)))
                : Optional.empty();
    }

    private static Optional<Duration> date(String text, Clock clock) {
        try {
            ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(clock.instant(), date.toInstant()));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration said) {
        return said.isNegative() ? Duration.ZERO : said.compareTo(LONGEST) > 0 ? LONGEST : said;
    }
}
