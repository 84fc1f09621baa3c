package dev.mvstudio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Wire wire = Wire.single(LONG, LONG);
    private Odd server;

    @BeforeEach
    void start() throws IOException {
        server = Odd.start();
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        server.close();
    }

    private Answer with(Map<String, String> headers) throws IOException {
        server.serve(exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            Odd.answer(exchange, 200, "");
        });
        return wire.send(Request.get(server.at("/")));
    }

    private Optional<Duration> wait(Map<String, String> headers) throws IOException {
        try (Answer answer = with(headers)) {
            return answer.retryAfter(NOON);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "7, PT7S",
        "0.25, PT0.25S",
        "0, PT0S",
        "'Thu, 01 Jan 2026 12:00:30 GMT', PT30S",
        "'Thu, 01 Jan 2026 11:00:00 GMT', PT0S",
        "'Fri, 02 Jan 2026 12:00:00 GMT', PT1H",
        "999999999, PT1H"
    })
    void how_long_to_wait_is_seconds_or_a_date_up_to_an_hour(String said, Duration wait) throws IOException {
        assertThat(wait(Map.of("Retry-After", said))).contains(wait);
    }

    @Test
    void milliseconds_are_more_exact() throws IOException {
        assertThat(wait(Map.of("Retry-After", "1", "retry-after-ms", "300"))).contains(Duration.ofMillis(300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1e3", ""})
    void what_is_no_time_is_not_said(String said) throws IOException {
        assertThat(wait(Map.of("Retry-After", said))).isEmpty();
    }

    @Test
    void nothing_said_is_nothing() throws IOException {
        try (Answer answer = with(Map.of())) {
            assertThat(answer.retryAfter(NOON)).isEmpty();
            assertThat(answer.mediaType()).isEmpty();
            assertThat(answer.isPage()).isFalse();
            assertThat(answer.date()).isPresent(); // the server adds it
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Text/HTML; charset=utf-8, text/html, true",
        "application/json, application/json, true",
        "application/xhtml+xml, application/xhtml+xml, true",
        "video/mp4, video/mp4, false"
    })
    void pages_are_no_files(String type, String mediaType, boolean page) throws IOException {
        try (Answer answer = with(Map.of("Content-Type", type))) {
            assertThat(answer.mediaType()).isEqualTo(mediaType);
            assertThat(answer.isPage()).isEqualTo(page);
        }
    }
}
