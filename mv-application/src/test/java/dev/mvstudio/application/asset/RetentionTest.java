package dev.mvstudio.application.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "P30D, 30 days",
        "P1D, 1 day",
        "PT36H, 36 hours",
        "PT1H, 1 hour",
        "PT90M, 90 minutes",
        "PT90S, 90 seconds",
        "PT1S, 1 second",
        "PT0S, 0 seconds",
    })
    void a_time_is_told_in_the_largest_unit_that_is_exact(Duration time, String words) {
        assertThat(Retention.words(time)).isEqualTo(words);
    }

    @Test
    void for_ever_is_later_than_any_time() {
        assertThat(Retention.later(null, NOW)).isNull();
        assertThat(Retention.later(NOW, null)).isNull();
        assertThat(Retention.later(NOW, NOW.plusSeconds(1))).isEqualTo(NOW.plusSeconds(1));
        assertThat(Retention.later(NOW.plusSeconds(1), NOW)).isEqualTo(NOW.plusSeconds(1));
        assertThat(Retention.FOREVER.mediaExpiry(NOW)).isNull();
    }

    @Test
    void nothing_is_kept_for_less_than_no_time() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retention(Duration.ofSeconds(-1), null, Duration.ZERO));
    }
}
