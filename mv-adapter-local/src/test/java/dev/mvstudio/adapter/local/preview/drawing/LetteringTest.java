package dev.mvstudio.adapter.local.preview.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringTest {
    @Test
    void letters_stand_on_the_base_line() {
        Path2D line = Lettering.line("HEL", 100, 10, 200);

        assertThat(line.getBounds2D().getMaxY()).isBetween(199.0, 201.5);
        assertThat(line.getBounds2D().getMinY()).isBetween(120.0, 140.0);
        assertThat(line.getBounds2D().getMinX()).isGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"龍", "🐉", "ﷺ", "\uffff"})
    void a_letter_that_the_typeface_lacks_is_a_hollow_box(String letter) {
        Path2D box = Lettering.line(letter, 100, 0, 100);

        assertThat(box.contains(8.5, 60)).as("its edge").isTrue();
        assertThat(box.contains(31, 65)).as("its middle").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200d", "\n", "\ud800", "\ufe0f", "\u0000"})
    void what_has_no_shape_takes_no_room(String letter) {
        assertThat(Lettering.width(letter, 100)).isZero();
    }

    @Test
    void cyrillic_and_greek_and_hebrew_are_written() {
        assertThat(Lettering.line("Жω", 100, 0, 100).getBounds2D().getWidth()).isGreaterThan(80);
        assertThat(Lettering.width("ש", 100)).isNotEqualTo(Lettering.width("龍", 100));
    }

    @Test
    void a_paragraph_keeps_to_its_width_and_its_lines() {
        Paragraph words = Paragraph.wrap("many words ".repeat(100), 20, 300, 3);

        assertThat(words.lines()).hasSize(3);
        assertThat(words.width()).isLessThanOrEqualTo(300);
        assertThat(words.lines().get(2)).endsWith("…");
    }

    @Test
    void a_word_that_is_too_long_is_broken() {
        Paragraph words = Paragraph.wrap("x".repeat(100), 20, 200, 20);

        assertThat(words.width()).isLessThanOrEqualTo(200);
        assertThat(String.join("", words.lines())).isEqualTo("x".repeat(100));
    }

    @Test
    void what_fits_stays_as_it_is() {
        assertThat(Paragraph.wrap("a fox", 20, 300, 3).lines()).containsExactly("a fox");
        assertThat(Paragraph.wrap("  ", 20, 300, 3).lines()).isEmpty();
    }
}
