package dev.mvstudio.adapter.local.preview.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.adapter.local.preview.drawing.Dice;
import dev.mvstudio.adapter.local.preview.drawing.Sky;
import dev.mvstudio.adapter.local.preview.drawing.Terrain;
import dev.mvstudio.adapter.local.preview.drawing.Traits;
import dev.mvstudio.domain.asset.FrameSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTest {
    @Test
    void the_character_of_a_storyboard_looks_the_same_in_every_scene() {
        String character = "The character: a sailor. The character ";

        assertThat(traits("Close shot: a robot factory. " + character + "sleeps."))
                .isEqualTo(traits("Wide shot: a red cat. " + character + "sings."));
    }

    @Test
    void what_a_storyboard_quotes_does_not_change_its_place() {
        String quoting = "Wide shot: A night by the sea: part 2 — a city street, at noon. The character: a fox.";

        assertThat(Script.of(quoting, Dice.of(1L), Dice.of(1L)).terrain()).isEqualTo(Terrain.CITY);
        assertThat(Script.of(quoting, Dice.of(1L), Dice.of(1L)).sky()).isEqualTo(Sky.DAY);
    }

    private static Traits traits(String prompt) {
        return Script.of(prompt, Dice.of(1L), Dice.of(1L)).traits();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A fox runs. It is night.|A fox runs.",
                "Dr. Who runs. Night.|Dr. Who runs.",
                "No end|No end",
                "A robot is 1.5 m tall! Yes.|A robot is 1.5 m tall!"
            })
    void a_caption_is_the_first_sentence(String prompt, String caption) {
        assertThat(Caption.firstSentence(prompt)).isEqualTo(caption);
    }

    @Test
    void a_spooled_request_comes_back_as_it_was(@TempDir Path folder) throws IOException {
        Clip clip = new Clip("= {a}\n\\ud 🐉 \ud800 #!:", new FrameSize(256, 144), 7, true, Long.MIN_VALUE);
        Clip unseeded = new Clip("", new FrameSize(2, 2), 1, false, null);

        assertThat(back(clip, folder.resolve("a"))).isEqualTo(clip);
        assertThat(back(unseeded, folder.resolve("b"))).isEqualTo(unseeded);
    }

    private static Clip back(Clip clip, Path file) throws IOException {
        clip.write(file);
        return Clip.read(Files.newInputStream(file));
    }
}
