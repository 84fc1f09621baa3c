package dev.mvstudio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void half_a_character_becomes_one_that_can_be_sent() {
        assertThat(Wording.wellFormed("a\ud83e!")).isEqualTo("a\ufffd!");
        assertThat(Wording.wellFormed("a\ud83e\udd8a!")).isEqualTo("a\ud83e\udd8a!");
    }

    @Test
    void a_text_is_not_cut_in_the_middle_of_a_character() {
        assertThat(Wording.cut("ab\ud83e\udd8a", 3)).isEqualTo("ab");
        assertThat(Wording.cut("ab\ud83e\udd8a", 4)).isEqualTo("ab\ud83e\udd8a");
    }

    @Test
    void a_quote_is_one_line_of_limited_length() {
        assertThat(Wording.quoted(" a\r\n\tb\u0000c ")).isEqualTo("a b c");
        assertThat(Wording.quoted("x".repeat(301))).isEqualTo("x".repeat(300) + "…");
    }
}
