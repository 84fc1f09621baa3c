package dev.mvstudio.domain.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraitFilterTest {
    private static final String QUALITY = ", best quality, highly detailed";
    private static final String GRADING = ", color grading, color balance, balanced contrast" + QUALITY;
    private static final String WARRIOR = CharacterPrompt.of(CharacterPromptTest.WARRIOR, CharacterPromptTest.WEIGHTS);

    private final TraitFilter filter = new TraitFilter(new ColourBalance(
            Set.of("Red", "crimson", "blue"),
            1.2,
            List.of("color grading", "color balance", "balanced contrast"),
            List.of("best quality", "highly detailed")));

    @Test
    void an_atmosphere_is_followed_by_the_quality_terms() {
        assertThat(filter.filter(WARRIOR, "sunset, dramatic lighting"))
                .isEqualTo("sunset, dramatic lighting" + QUALITY);
    }

    @Test
    void high_contrast_is_toned_down() {
        assertThat(filter.filter(WARRIOR, "(high contrast:1.4), neon"))
                .isEqualTo("(balanced contrast:1.2), neon" + QUALITY);
    }

    @Test
    void strong_colours_are_toned_down_and_graded() {
        assertThat(filter.filter(WARRIOR, "(crimson sky:1.4), (blue fog:1.3)"))
                .isEqualTo("(crimson sky:1.2), (blue fog:1.2)" + GRADING);
    }

    @Test
    void what_the_character_says_already_is_dropped() {
        assertThat(filter.filter(WARRIOR, "golden amulet, mist")).isEqualTo("mist" + QUALITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", ",", " , ,", "( )", "，"})
    void a_blank_atmosphere_stays_blank(String blank) {
        assertThat(filter.filter(WARRIOR, blank)).isEmpty();
    }

    @Test
    void a_colour_inside_of_a_word_is_none() {
        assertThat(filter.filter(WARRIOR, "(blurred city:1.4)")).isEqualTo("(blurred city:1.4)" + QUALITY);
        assertThat(filter.filter(WARRIOR, "blurred city")).isEqualTo("blurred city" + QUALITY);
    }

    @Test
    void an_empty_field_drops_nothing() {
        String capeOnly = CharacterPrompt.of(new CharacterTraits("", "", "cape", ""), CharacterPromptTest.WEIGHTS);

        assertThat(filter.filter(capeOnly, "sunset, landscape")).isEqualTo("sunset, landscape" + QUALITY);
        assertThat(filter.filter("", "golden amulet")).isEqualTo("golden amulet" + QUALITY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GOLDEN Amulet, mist | mist",
                "amulet, mist | mist",
                "(golden amulet:1.3), mist | mist",
                "(golden amulet, mist:1.3) | (mist:1.3)",
                "((golden amulet), (long hair:1.1)), mist | mist",
                "golden-amulet, mist | mist",
                "golden amulets, mist | golden amulets, mist",
                "a golden amulet, mist | a golden amulet, mist",
                "hair leather, mist | hair leather, mist",
                "armor red, mist | armor red, mist",
                "old, mist | old, mist"
            })
    void traits_are_the_same_by_whole_words_within_one_trait(String atmosphere, String kept) {
        assertThat(filter.filter(WARRIOR, atmosphere)).startsWith(kept + ", ").endsWith(QUALITY);
    }

    @Test
    void words_are_the_same_however_they_are_encoded() {
        String character = "straße, cafe\u0301, ＲＥＤ cloak";

        assertThat(filter.filter(character, "STRASSE, café, red CLOAK, mist")).isEqualTo("mist" + QUALITY);
    }

    @Test
    void nothing_is_left_but_quality_when_all_was_said() {
        assertThat(filter.filter(WARRIOR, "golden amulet")).isEqualTo("best quality, highly detailed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "red sky | red sky",
                "(red sky:1.1) | (red sky:1.1)",
                "(red sky) | (red sky)",
                "((red sky)) | ((red sky:1.09))",
                "((red sky:1.3):1.3) | ((red sky:1):1.2)",
                "(mist, red sky:1.5) | (mist, red sky:1.2)",
                "((red sky:1.4), mist:0.5) | ((red sky:1.4), mist:0.5)",
                "a (red:1.4) sky | a (red:1.2) sky",
                "\\(red\\) sky | \\(red\\) sky",
                "(RED sky:1.4) | (RED sky:1.2)",
                "red-hot sky | red-hot sky"
            })
    void a_strong_colour_never_counts_more_than_the_limit(String atmosphere, String toned) {
        assertThat(filter.filter("", atmosphere)).isEqualTo(toned + GRADING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "high contrast | balanced contrast",
                "High-Contrast scene | balanced contrast scene",
                "(very HIGH  contrast, mist:1.4) | (very balanced contrast, mist:1.2)",
                "highest contrast | highest contrast"
            })
    void high_contrast_is_found_in_any_spelling(String atmosphere, String toned) {
        assertThat(filter.filter("", atmosphere)).isEqualTo(toned + QUALITY);
    }

    @Test
    void what_is_there_is_not_added_again() {
        assertThat(filter.filter("", "(red sky:1.3), (high contrast:1.3), Best Quality, (color grading:1.1)"))
                .isEqualTo("(red sky:1.2), (balanced contrast:1.2), Best Quality, (color grading:1.1), "
                        + "color balance, highly detailed");
    }

    @Test
    void other_weights_stay() {
        assertThat(filter.filter("", "(storm:1.8), (rain)")).isEqualTo("(storm:1.8), (rain)" + QUALITY);
    }
}
