package dev.mvstudio.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.BrokenConfigurationException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllFaultsTest {
    @TempDir
    Path root;

    @Test
    void the_faults_of_all_files_are_told_at_once() {
        Folder folder = new Folder(root)
                .own("settings.yaml", Folder.SETTINGS.replace("8000", "eighty").replace("debug_mode: false\n", ""))
                .own("flavors/noir/parameters.yaml", "film: {fit: stretch}")
                .own("prompts/video_rules.yaml", "template: '{nothing}'")
                .own("backends.yaml", "preview:\n  - video")
                .own("setings.yaml", "")
                .file(".env", "FINE=1\nnot a line\n")
                .variable("MV_VIDEO_DURATION", "long");
        assertThat(folder.faults())
                .containsExactlyInAnyOrder(
                        ".env:2: expected NAME=value, a comment or an empty line",
                        "setings.yaml: is no file of the configuration; did you mean settings.yaml?",
                        "settings.yaml:2:7: port: expected a whole number 0 to 65535, found \"eighty\"",
                        "settings.yaml:1:1: debug_mode: is missing; expected true or false",
                        "MV_VIDEO_DURATION: expected a whole number 1 to 3600, found \"long\"",
                        "prompts/video_rules.yaml:1:11: template: the placeholder {nothing} is unknown; known:"
                                + " aspect_ratio, duration, generate_audio, negative_prompt, resolution, seed",
                        "flavors/noir/parameters.yaml:1:13: film.fit: expected one of pad, crop, found \"stretch\"",
                        "backends.yaml:2:3: preview: expected a mapping, found a list");
    }

    @Test
    void the_message_of_the_exception_has_every_fault_in_a_line() {
        Folder folder = new Folder(root).variable("MV_PORT", "x").variable("MV_HOST", "two words");
        assertThatThrownBy(folder::read)
                .isInstanceOf(BrokenConfigurationException.class)
                .hasMessage("""
                        the configuration has 2 faults:
                        MV_HOST: expected a host name or an address, found "two words"
                        MV_PORT: expected a whole number 0 to 65535, found "x\"""");
    }

    @Test
    void a_billion_laughs_are_refused() {
        String laughs = "a0: &a0 [ha, ha]\n"
                + IntStream.range(1, 30)
                        .mapToObj(i -> "a%d: &a%d [*a%d, *a%d]".formatted(i, i, i - 1, i - 1))
                        .collect(Collectors.joining("\n"));
        assertThat(new Folder(root).own("settings.yaml", laughs).faults())
                .containsExactly("settings.yaml: broken YAML: Number of aliases for non-scalar nodes exceeds the"
                        + " specified max=20");
    }

    @Test
    void aliases_within_reason_are_fine() {
        String backends =
                "mine:\n  video: &models\n  - {model: a, price: free, aspect_ratios: ['16:9'], resolutions: [720p],"
                        + " durations: [4, 6-8], max_reference_images: 0}\nyours:\n  video: *models\n";
        assertThat(new Folder(root).own("backends.yaml", backends).read().backends())
                .extracting(b -> b.models().values().toString())
                .hasSize(2)
                .containsOnly(new Folder(root)
                        .own("backends.yaml", backends)
                        .read()
                        .backends()
                        .get(0)
                        .models()
                        .values()
                        .toString());
    }

    @Test
    void a_file_that_is_not_text_is_told() throws Exception {
        Folder folder = new Folder(root).own("settings.yaml", "");
        java.nio.file.Files.write(root.resolve("own/settings.yaml"), new byte[] {(byte) 0xC3, 0x28});
        assertThat(folder.faults()).containsExactly("settings.yaml: is not UTF-8 text");
    }
}
