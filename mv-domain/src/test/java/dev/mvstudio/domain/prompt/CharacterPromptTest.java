package dev.mvstudio.domain.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterPromptTest {
    static final CharacterTraits WARRIOR = new CharacterTraits(
            "young female warrior",
            "determined expression, long hair",
            "leather armor, red cloak",
            "scar on cheek, golden amulet");
    static final TraitWeights WEIGHTS = new TraitWeights(1.3, 1.2, 1.1, 1.25);

    @Test
    void each_field_is_emphasized_as_a_whole() {
        assertThat(CharacterPrompt.of(WARRIOR, WEIGHTS))
                .isEqualTo("(young female warrior:1.3), (determined expression, long hair:1.2), "
                        + "(leather armor, red cloak:1.1), (scar on cheek, golden amulet:1.25)");
    }

    @Test
    void models_that_know_no_weights_get_none() {
        assertThat(CharacterPrompt.of(WARRIOR, TraitWeights.NONE))
                .isEqualTo("young female warrior, determined expression, long hair, leather armor, red cloak, "
                        + "scar on cheek, golden amulet");
    }

    @Test
    void blank_fields_leave_nothing_behind() {
        assertThat(CharacterPrompt.of(new CharacterTraits("", " \n", "red cloak", ""), WEIGHTS))
                .isEqualTo("(red cloak:1.1)");
        assertThat(CharacterPrompt.of(CharacterTraits.NONE, WEIGHTS)).isEmpty();
        assertThat(CharacterPrompt.of(new CharacterTraits(",", "( , )", "(:1.2)", "，"), WEIGHTS))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' long hair ,, , scar,' | (long hair, scar:1.3)",
                "(tall:1.5), old | ((tall:1.5), old:1.3)",
                "hero (retired) | (hero (retired):1.3)",
                "smile :) | (smile :\\):1.3)",
                "(oops | (\\(oops:1.3)",
                "already \\(escaped\\) | (already \\(escaped\\):1.3)",
                "若い戦士、赤いマント | (若い戦士, 赤いマント:1.3)",
                "10:30 o'clock | (10:30 o'clock:1.3)",
                "ends with \\ | (ends with \\:1.3)"
            })
    void what_a_field_holds_never_breaks_its_parentheses(String field, String prompt) {
        assertThat(CharacterPrompt.of(new CharacterTraits(field, "", "", ""), WEIGHTS))
                .isEqualTo(prompt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(crimson sky:1.4), fog | crimson sky, fog",
                "((crimson sky:1.4), fog:0.8), rain | crimson sky, fog, rain",
                "hero (retired) | hero (retired)",
                "a (red:1.3) sky | a red sky",
                "\\(not weighted:1.3\\) | (not weighted:1.3)",
                "(10:30) | (10:30)",
                "(late:soon) | (late:soon)",
                "smile :) | smile :)"
            })
    void weights_can_be_taken_out_of_any_prompt(String weighted, String plain) {
        assertThat(Emphasis.without(weighted)).isEqualTo(plain);
    }

    @Test
    void deep_parentheses_are_read_to_a_depth() {
        String deep = "(".repeat(2_000) + "red" + ")".repeat(2_000);

        assertThat(Emphasis.without(deep)).isEqualTo(deep);
        assertThat(CharacterPrompt.of(new CharacterTraits(deep, "", "", ""), WEIGHTS))
                .startsWith("(((")
                .endsWith(":1.3)");
    }

    @Test
    void a_character_is_blank_when_all_its_fields_are() {
        assertThat(new CharacterTraits(" ", "", "\t", "").isBlank()).isTrue();
        assertThat(WARRIOR.isBlank()).isFalse();
    }
}
