package dev.mvstudio.domain.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    private static final Durations VEO = new Durations(List.of(8, 4, 6));

    @ParameterizedTest
    @CsvSource({"1, 4", "4, 4", "5, 6", "7, 8", "60, 8"})
    void the_nearest_length_is_found_the_longer_of_two(int asked, int nearest) {
        assertThat(VEO.nearest(Duration.ofSeconds(asked))).isEqualTo(Duration.ofSeconds(nearest));
    }

    @Test
    void only_listed_whole_seconds_are_allowed() {
        assertThat(VEO.allow(Duration.ofSeconds(6))).isTrue();
        assertThat(VEO.allow(Duration.ofSeconds(5))).isFalse();
        assertThat(VEO.allow(Duration.ofMillis(6500))).isFalse();
    }

    @Test
    void they_read_like_a_sentence() {
        assertThat(VEO).hasToString("4, 6 or 8 seconds");
        assertThat(Durations.between(1, 60)).hasToString("1 to 60 seconds");
        assertThat(new Durations(List.of(8))).hasToString("8 seconds");
        assertThat(Durations.NONE).hasToString("none");
    }

    @Test
    void a_model_without_clips_has_no_nearest_length() {
        assertThatThrownBy(() -> Durations.NONE.nearest(Duration.ofSeconds(1)))
                .isInstanceOf(IllegalStateException.class);
    }
}
