package dev.mvstudio.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long a server asks to wait: {@code Retry-After} in seconds or as a date, or OpenAI's {@code retry-after-ms}. */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String NUMBER = "[0-9]{1,9}(\\.[0-9]{1,9})?";

    private RetryAfter() {}

    static Optional<Duration> of(Answer answer, Instant now) {
        return answer.header("retry-after-ms")
                .flatMap(text -> number(text.strip(), 1))
                .or(() -> answer.header("Retry-After").flatMap(text -> secondsOrDate(text.strip(), now)))
                .map(RetryAfter::bounded);
    }

    private static Optional<Duration> secondsOrDate(String text, Instant now) {
        return number(text, 1000).or(() -> date(text).map(date -> Duration.between(now, date)));
    }

    private static Optional<Duration> number(String text, int millis) {
        return text.matches(NUMBER)
                ? Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * millis)))
                : Optional.empty();
    }

    /** A date as HTTP headers have it. */
    static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration said) {
        return said.isNegative() ? Duration.ZERO : said.compareTo(LONGEST) > 0 ? LONGEST : said;
    }
}
