package dev.mvstudio.application.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SeenLatelyTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final MovingClock clock = new MovingClock();
    private final SeenLately seen = new SeenLately(clock);

    @Test
    void what_was_seen_is_known_for_ten_minutes() {
        seen.add("a");
        clock.now = NOON.plus(SeenLately.TIME);
        seen.add("b");
        assertThat(seen.contains("a")).isTrue();

        clock.now = clock.now.plusMillis(1);

        assertThat(seen.contains("a")).isFalse();
        assertThat(seen.contains("b")).isTrue();
        assertThat(seen.contains("c")).isFalse();
    }

    @Test
    void what_is_seen_again_is_not_known_for_longer() {
        seen.add("a");
        clock.now = NOON.plus(Duration.ofMinutes(9));
        seen.add("a");

        clock.now = NOON.plus(Duration.ofMinutes(11));

        assertThat(seen.contains("a")).isFalse();
    }

    @Test
    void of_very_many_the_last_ones_are_known() {
        for (int i = 0; i <= SeenLately.MOST; i++) {
            seen.add("n-" + i);
        }

        assertThat(seen.contains("n-0")).isFalse();
        assertThat(seen.contains("n-1")).isTrue();
        assertThat(seen.contains("n-" + SeenLately.MOST)).isTrue();
    }

    private static final class MovingClock extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
