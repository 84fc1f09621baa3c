package dev.mvstudio.domain.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AspectRatioTest {
    @ParameterizedTest
    @CsvSource({
        "16:9, 720, 1280, 720",
        "9:16, 720, 720, 1280",
        "1:1, 720, 720, 720",
        "21:9, 720, 1680, 720",
        "4:5, 480, 480, 600",
        "16:9, 480, 854, 480"
    })
    void a_frame_has_the_asked_short_side_and_even_sides(String ratio, int shortSide, int width, int height) {
        assertThat(AspectRatio.parse(ratio).orElseThrow().frameOfShortSide(shortSide))
                .isEqualTo(new FrameSize(width, height));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "16", "16:", "16x9", "0:9", "016:9", "100:1", "16:9 ", "-1:2", "١٦:٩"})
    void anything_else_is_no_ratio(String text) {
        assertThat(AspectRatio.parse(text)).isEmpty();
    }

    @Test
    void it_prints_as_callers_write_it() {
        assertThat(new AspectRatio(16, 9)).hasToString("16:9");
    }

    @Test
    void a_side_out_of_range_is_refused() {
        assertThatThrownBy(() -> new AspectRatio(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FrameSize(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
