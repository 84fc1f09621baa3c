package dev.mvstudio.adapter.local.preview.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tourist exploring Austin, Texas|Austin, Texas",
                "Two friends dance in New York until morning|New York",
                "Ein Roboter reist durch Berlin|Berlin",
                "a samba in Rio de Janeiro|Rio de Janeiro",
                "A fox gets lost in the Sahara|the Sahara"
            })
    void a_name_after_a_word_of_place_is_a_place(String idea, String place) {
        assertThat(Theme.of(idea).place()).contains(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna loves Bob", "A Robot Lost In Love", "a kite in December", "LOST IN PARIS", "in love"})
    void other_capital_letters_are_none(String idea) {
        assertThat(Theme.of(idea).place()).isEmpty();
    }

    @Test
    void a_long_idea_ends_between_words() {
        assertThat(Theme.of("a robot that, after many a summer, learns how to swim in the sea")
                        .quote())
                .isEqualTo("a robot that, after many a summer…");
    }

    @Test
    void only_the_first_sentence_counts_and_its_stops_are_left_out() {
        assertThat(Theme.of("Dr. Who flies to Mars!  Nobody knows why.").headline())
                .isEqualTo("Dr Who flies to Mars");
    }
}
