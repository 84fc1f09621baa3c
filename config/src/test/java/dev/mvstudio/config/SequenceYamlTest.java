package dev.mvstudio.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mvstudio.application.BrokenFileException;
import dev.mvstudio.application.image.GenerateImagesCommand;
import dev.mvstudio.application.image.GenerateImagesCommand.SceneCommand;
import dev.mvstudio.application.image.SequenceFile;
import dev.mvstudio.domain.prompt.CharacterTraits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceYamlTest {
    @TempDir
    private Path folder;

    private SequenceFile read(String text) {
        try {
            Path file = Files.writeString(folder.resolve("sequence"), text);
            return new ConfiguredStudioLauncher().readSequence(file, "my.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> faults(String text) {
        try {
            read(text);
            return List.of();
        } catch (BrokenFileException e) {
            return e.faults();
        }
    }

    @Test
    void everything_is_understood_as_json() {
        SequenceFile file = read("""
                {
                \t"character_data": {"base_traits": "a", "facial_features": "b", "clothing": "c", "distinctive_features": "d"},
                \t"sequence_data": [{"scene_description": "e", "atmosphere": "", "duration": 2.5, "type": "B_Roll",
                \t\t"pose": "f", "environment": "g"}],
                \t"generation_params": {"seed": 1, "sampler": "h", "steps": 2, "cfg_scale": 3.5, "negative_prompt": "i",
                \t\t"output_format": "jpg"},
                \t"folder_id": "story", "character_reference_image_id": "j", "backend": "k", "model": "l", "flavor": "m",
                \t"keep": true, "webhook_url": "https://example.org"
                }
                """);

        assertThat(file.command())
                .isEqualTo(new GenerateImagesCommand(
                        new CharacterTraits("a", "b", "c", "d"),
                        List.of(new SceneCommand("e", "", new BigDecimal("2.5"), "b-roll", "f", "g")),
                        "story",
                        1L,
                        "h",
                        2,
                        3.5,
                        "i",
                        "jpeg",
                        "j",
                        "k",
                        "l",
                        "m"));
        assertThat(file.keep()).isTrue();
        assertThat(file.warnings()).singleElement().asString().startsWith("webhook_url: ");
    }

    @Test
    void little_is_enough() {
        SequenceFile file = read("folder_id: story");

        assertThat(file.command()).isEqualTo(GenerateImagesCommand.goOn("story"));
        assertThat(file.keep()).isFalse();
        assertThat(file.warnings()).isEmpty();
    }

    @Test
    void what_is_said_twice_is_a_fault() {
        assertThat(faults("""
                character: {base_traits: a}
                character_data: {base_traits: a}
                seed: 1
                generation_params:
                  seed: 1
                """))
                .containsExactlyInAnyOrder(
                        "my.yaml:1:1: character: is the same as character_data; give one of them",
                        "my.yaml:3:1: seed: stands in generation_params as well; give one of them");
    }

    @Test
    void all_faults_are_told_with_their_places() {
        assertThat(faults("""
                sequence:
                  - atmosphere: [mist]
                    type: close-up
                folder_id: a/b
                output_format: gif
                speed: 3
                """))
                .satisfiesExactlyInAnyOrder(
                        f -> assertThat(f).startsWith("my.yaml:2:5: sequence[0].scene_description: is missing"),
                        f -> assertThat(f).startsWith("my.yaml:2:17: sequence[0].atmosphere: expected text"),
                        f -> assertThat(f).startsWith("my.yaml:3:11: sequence[0].type: expected character or b-roll"),
                        f -> assertThat(f).startsWith("my.yaml:4:12: folder_id: expected 1 to 64 letters"),
                        f -> assertThat(f).startsWith("my.yaml:5:16: output_format: expected one of png"),
                        f -> assertThat(f).startsWith("my.yaml:6:1: speed: is unknown"));
        assertThat(faults("sequence: [")).singleElement().asString().contains("broken YAML");
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> new ConfiguredStudioLauncher().readSequence(folder.resolve("none"), "none.yaml"))
                .satisfies(e -> assertThat(e.faults()).containsExactly("none.yaml: there is no such file"));
    }
}
