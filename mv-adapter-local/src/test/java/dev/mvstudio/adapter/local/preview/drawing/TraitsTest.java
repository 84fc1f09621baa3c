package dev.mvstudio.adapter.local.preview.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraitsTest {
    private static Traits of(String description) {
        return Traits.read(description, Dice.of(1L));
    }

    private static Color colour(String word) {
        return ColourWords.of(word).orElseThrow();
    }

    @Test
    void a_colour_belongs_to_the_noun_that_follows() {
        Traits woman = of("A woman with long red hair, green eyes and a black leather coat");

        assertThat(woman.hair()).isEqualTo(colour("red"));
        assertThat(woman.eyes()).isEqualTo(colour("green"));
        assertThat(woman.garment()).isEqualTo(colour("black"));
        assertThat(woman.longHair()).isTrue();
    }

    @Test
    void a_robot_is_made_of_the_first_colour() {
        Traits robot = of("a small silver robot with one teal eye");

        assertThat(robot.kind()).isEqualTo(Traits.Kind.ROBOT);
        assertThat(robot.body()).isEqualTo(colour("silver"));
        assertThat(robot.eyes()).isEqualTo(colour("teal"));
        assertThat(robot.oneEye()).isTrue();
    }

    @Test
    void a_robot_is_painted_in_the_colour_of_what_it_carries() {
        Traits robot = of("Silver metallic humanoid robot with a red shield");

        assertThat(robot.colours()).startsWith(colour("silver"), colour("red"));
        assertThat(robot.accent()).isEqualTo(colour("red"));
    }

    @ParameterizedTest
    @CsvSource({
        "a woman who repairs robots,HUMAN",
        "a robot with a cat,ROBOT",
        "two cats,ANIMAL",
        "a little girl and her dog,CHILD",
        "something,HUMAN"
    })
    void what_is_named_first_counts(String description, Traits.Kind kind) {
        assertThat(of(description).kind()).isEqualTo(kind);
    }

    @Test
    void a_word_about_skin_is_a_skin_and_not_a_paint() {
        assertThat(of("a man with dark skin").body()).isNotEqualTo(colour("dark"));
        assertThat(Colours.luma(of("a man with dark skin").body()))
                .isLessThan(Colours.luma(of("a man with pale skin").body()));
        assertThat(of("a woman with blue skin").body()).isEqualTo(colour("blue"));
    }

    @Test
    void compound_and_capital_words_are_understood() {
        assertThat(of("a Red-haired woman").hair()).isEqualTo(colour("red"));
        assertThat(ColourWords.of("Crimson-Red")).contains(colour("crimson"));
        assertThat(ColourWords.of("reddish")).isEmpty();
        assertThat(ColourWords.of("greenish")).contains(colour("green"));
    }

    @Test
    void what_is_not_said_is_always_guessed_alike() {
        assertThat(of("a singer")).isEqualTo(of("a singer"));
    }
}
