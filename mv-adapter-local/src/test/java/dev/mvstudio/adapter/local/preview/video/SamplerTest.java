package dev.mvstudio.adapter.local.preview.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplerTest {
    /** Brightness grows by ten a column and by one a row. */
    private static Plane slope() {
        Plane plane = new Plane(20, 20);
        for (int i = 0; i < 400; i++) {
            plane.samples()[i] = (byte) (i % 20 * 10 + i / 20);
        }
        return plane;
    }

    private static Spans everywhere() {
        Plane opacity = new Plane(20, 20);
        java.util.Arrays.fill(opacity.samples(), (byte) 255);
        return Spans.of(opacity);
    }

    private static int[] row(Window window, int y) {
        Sampler sampler = new Sampler(slope(), everywhere(), 8);
        sampler.look(window);
        return sampler.row(y, 0, 8);
    }

    @Test
    void a_window_on_whole_pixels_shows_them_as_they_are() {
        assertThat(row(new Window(3, 2, 1), 1)).startsWith(33, 43, 53);
    }

    @Test
    void a_window_between_pixels_mixes_them() {
        assertThat(row(new Window(3.5, 2, 1), 1)).startsWith(38, 48, 58);
        assertThat(row(new Window(3, 2.5, 1), 0)[0]).isBetween(32, 33);
    }

    @Test
    void a_wider_window_skips_pixels() {
        assertThat(row(new Window(0, 0, 2), 0)).startsWith(6, 26, 46);
    }

    @Test
    void a_window_over_the_edge_repeats_it() {
        assertThat(row(new Window(12.9, 12.9, 1), 7)[7]).isBetween(205, 210);
    }

    @Test
    void spans_know_where_something_is() {
        Plane opacity = new Plane(10, 6);
        opacity.samples()[2 * 10 + 4] = 1;
        for (int i = 4 * 10; i < 60; i++) {
            opacity.samples()[i] = (byte) 255;
        }
        Spans spans = Spans.of(opacity);

        assertThat(spans.first(2, 3)).isEqualTo(4);
        assertThat(spans.end(2, 3)).isEqualTo(5);
        assertThat(spans.end(0, 1)).isZero();
        assertThat(spans.opaqueFrom()).isEqualTo(4);
    }
}
