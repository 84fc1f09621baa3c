package dev.mvstudio.adapter.local.preview.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoodTest {
    @ParameterizedTest
    @CsvSource({
        "a street at NIGHT,NIGHT,CITY",
        "sunset over the dunes,SUNSET,DESERT",
        "neon lights in the forest,NEON,FOREST",
        "snow on the peaks,SNOW,MOUNTAINS",
        "a concert in the hall,STAGE,STAGE",
        "a theatre at dawn,DAWN,STAGE",
        "waves in the rain,STORM,SEA"
    })
    void words_choose_the_light_and_the_place(String text, Sky sky, Terrain terrain) {
        assertThat(Sky.of(Words.of(text), Dice.of(1L))).isEqualTo(sky);
        assertThat(Terrain.of(Words.of(text), Dice.of(1L))).isEqualTo(terrain);
    }

    @Test
    void without_a_word_the_dice_choose() {
        Set<Sky> skies = new HashSet<>();
        for (long seed = 0; seed < 50; seed++) {
            skies.add(Sky.of(Words.of("something"), Dice.of(seed)));
        }

        assertThat(skies).hasSizeGreaterThan(3);
    }

    @Test
    void dice_depend_on_seed_and_texts_and_nothing_else() {
        assertThat(Dice.of(1L, "a").below(1000)).isEqualTo(Dice.of(1L, "a").below(1000));
        assertThat(Dice.of(null, "a").below(1 << 30))
                .isNotEqualTo(Dice.of(0L, "a").below(1 << 30));
        assertThat(Dice.of(1L, "a", "b").below(1 << 30))
                .isNotEqualTo(Dice.of(1L, "ab").below(1 << 30));
    }
}
