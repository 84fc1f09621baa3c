package dev.mvstudio.adapter.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.wire.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long Replicate asks to wait. It says so in up to three ways, which need not agree: the longest one counts. */
final class Throttling {
    /** When it asks to slow down and does not say for how long. */
    private static final Duration USUAL = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Pattern IN_WORDS =
            Pattern.compile("(?:resets in|available in)\\s*~?\\s*([0-9]{1,7}(?:\\.[0-9]+)?)\\s*s");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}(?:\\.[0-9]+)?");

    private Throttling() {}

    static Duration wait(Answer answer, JsonNode body, Instant now) {
        Duration longest = Duration.ZERO;
        for (Duration said : new Duration[] {
            answer.retryAfter(now).orElse(Duration.ZERO),
            seconds(body.path("retry_after").asText()).orElse(Duration.ZERO),
            inWords(body.path("detail").asText())
        }) {
            longest = said.compareTo(longest) > 0 ? said : longest;
        }
        return longest.isZero() ? USUAL : longest.compareTo(LONGEST) > 0 ? LONGEST : longest;
    }

    private static Optional<Duration> seconds(String text) {
        return NUMBER.matcher(text.strip()).matches()
                ? Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(text.strip()) * 1000)))
                : Optional.empty();
    }

    private static Duration inWords(String text) {
        Matcher m = IN_WORDS.matcher(text);
        return m.find() ? seconds(m.group(1)).orElse(Duration.ZERO) : Duration.ZERO;
    }
}
