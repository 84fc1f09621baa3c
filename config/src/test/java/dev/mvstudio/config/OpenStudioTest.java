package dev.mvstudio.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.character.GenerateCharacterReferenceCommand;
import dev.mvstudio.application.film.MergeVideosCommand;
import dev.mvstudio.application.job.Progress;
import dev.mvstudio.application.provider.ConfigurationException;
import dev.mvstudio.application.scene.CreateScenesCommand;
import dev.mvstudio.application.video.GenerateVideoCommand;
import dev.mvstudio.domain.asset.MediaType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A studio as people get it, with the real adapters and no account. */
class OpenStudioTest {
    @TempDir
    Path root;

    private MusicVideoStudio studio;

    @BeforeEach
    void open() {
        studio = MusicVideoStudio.open(new Folder(root)
                .variable("MV_VIDEO_DURATION", "1")
                .variable("MV_VIDEO_RESOLUTION", "480p")
                .launch());
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void scenes_are_written_without_an_account() {
        var created = studio.createScenes().create(CreateScenesCommand.of("A robot in Austin", "Silver robot"));
        assertThat(created.scenes())
                .hasSize(4)
                .allSatisfy(s -> assertThat(s.description()).contains("Silver robot"));
        assertThat(created.outcome().backend()).hasToString("preview");
        assertThat(root.resolve("outputs").resolve(created.files().json().path()))
                .exists();
    }

    @Test
    void a_character_is_drawn_without_an_account() {
        var drawn = studio.generateCharacterReference().generate(GenerateCharacterReferenceCommand.of("Silver robot"));
        assertThat(drawn.first().mediaType()).isEqualTo(MediaType.PNG);
        assertThat(root.resolve("outputs").resolve(drawn.first().path())).exists();
    }

    @Test
    void clips_are_filmed_and_joined_without_an_account() {
        List<String> clips = List.of(clip("A harbor at dawn"), clip("A street at night"));
        var film = studio.mergeVideos().merge(MergeVideosCommand.of(clips), Progress.NONE);
        assertThat(film.video().info().duration()).isBetween(Duration.ofMillis(1_900), Duration.ofMillis(2_100));
    }

    private String clip(String prompt) {
        return studio.generateVideo()
                .generate(GenerateVideoCommand.of(prompt), Progress.NONE)
                .video()
                .id()
                .toString();
    }

    @Test
    void a_backend_without_a_credential_names_the_variable_to_set() {
        var onGemini = new CreateScenesCommand(
                "A robot", "Silver robot", null, null, null, null, null, "gemini", null, null, null);
        assertThatThrownBy(() -> studio.createScenes().create(onGemini))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.code()).isEqualTo(ConfigurationException.Code.MISSING_CREDENTIALS))
                .hasMessageContaining("GEMINI_API_KEY or GOOGLE_API_KEY");
    }
}
