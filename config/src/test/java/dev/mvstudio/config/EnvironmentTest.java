package dev.mvstudio.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.application.Settings;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.asset.Retention;
import dev.mvstudio.application.flavor.Flavor;
import dev.mvstudio.domain.film.Transition;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables of the process and of .env. */
class EnvironmentTest {
    @TempDir
    Path root;

    @Test
    void variables_override_settings() {
        Settings settings = new Folder(root)
                .variable("MV_HOST", "0.0.0.0")
                .variable("MV_PORT", "9000")
                .variable("MV_PUBLIC_URL", "https://mv.example.org")
                .variable("MV_DATA_DIR", "kept")
                .variable("MV_DEBUG_MODE", "True")
                .variable("MV_FFMPEG", "ffmpeg7")
                .variable("MV_IDLE_TIMEOUT", "20 min")
                .read()
                .settings();
        assertThat(settings.server().host()).isEqualTo("0.0.0.0");
        assertThat(settings.server().port()).isEqualTo(9000);
        assertThat(settings.server().publicUrl()).isEqualTo(URI.create("https://mv.example.org"));
        assertThat(settings.dataDir()).isEqualTo(root.resolve("kept"));
        assertThat(settings.debugMode()).isTrue();
        assertThat(settings.editor().ffmpeg()).isEqualTo(Path.of("ffmpeg7"));
        assertThat(settings.server().idleTimeout()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void retention_may_be_for_ever_or_for_days() {
        Retention retention = new Folder(root)
                .variable("MV_RETENTION_MEDIA", "never")
                .variable("MV_RETENTION_JOBS", "1 day")
                .variable("MV_RETENTION_TOMBSTONES", "36 h")
                .read()
                .settings()
                .retention();
        assertThat(retention).isEqualTo(new Retention(null, Duration.ofDays(1), Duration.ofHours(36)));
    }

    @Test
    void variables_override_parameters_by_section_and_key() {
        Flavor flavor = new Folder(root)
                .variable("MV_VIDEO_DURATION", "5")
                .variable("MV_SCENES_NUMBER_OF_SCENES", "7")
                .variable("MV_CHARACTER_NEGATIVE_PROMPT", "hats: none")
                .variable("MV_FILM_TRANSITION", "crossfade")
                .variable("MV_FILM_TRANSITION_SECONDS", "1.25")
                .read()
                .flavors()
                .all()
                .get(0);
        assertThat(flavor.video().duration()).isEqualTo(Duration.ofSeconds(5));
        assertThat(flavor.scenes().numberOfScenes()).isEqualTo(7);
        assertThat(flavor.character().negativePrompt()).isEqualTo("hats: none");
        assertThat(flavor.film().transition()).isEqualTo(Transition.CROSSFADE);
        assertThat(flavor.film().transitionLength()).isEqualTo(Duration.ofMillis(1250));
    }

    @Test
    void an_option_of_a_backend_is_overridden_by_its_variable() {
        StudioConfiguration configuration = new Folder(root)
                .variable("MV_REPLICATE_BASE_URL", "http://localhost:1")
                .read();
        assertThat(configuration.backends().get(0).options()).containsEntry("base_url", "http://localhost:1");
        assertThat(configuration.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MV_PORT | 80a | MV_PORT: expected a whole number 0 to 65535, found \"80a\"",
                "MV_PORT | 99999999999999999999 | MV_PORT: expected a whole number 0 to 65535, found \"99999999999999999999\"",
                "MV_DEBUG_MODE | on | MV_DEBUG_MODE: expected true or false, found \"on\"",
                "MV_FILM_FIT | fill | MV_FILM_FIT: expected one of pad, crop, found \"fill\"",
                "MV_PUBLIC_URL | https://me:pw@x.org | MV_PUBLIC_URL: expected an address such as https://example.org, found \"https://***@x.org\"",
                "MV_DATABASE_URL | jdbc:mysql://me:pw@x/y?password=pw | MV_DATABASE_URL: expected a PostgreSQL address such as jdbc:postgresql://db.example.org/mvstudio, found \"jdbc:mysql://***@x/y?password=***\"",
                "MV_CONFIG_DIR | nowhere | MV_CONFIG_DIR: expected a folder, there is none at nowhere",
            })
    void a_bad_value_is_told_with_its_variable(String name, String value, String fault) {
        assertThat(new Folder(root).variable(name, value).faults()).containsExactly(fault);
    }

    @Test
    void a_bad_value_in_dot_env_is_told_with_its_line() {
        assertThat(new Folder(root).file(".env", "# port\nMV_PORT=x\n").faults())
                .containsExactly(".env:2: MV_PORT: expected a whole number 0 to 65535, found \"x\"");
    }

    @Test
    void an_empty_variable_is_as_good_as_none() {
        assertThat(new Folder(root)
                        .variable("MV_PORT", "")
                        .read()
                        .settings()
                        .server()
                        .port())
                .isEqualTo(8000);
    }

    @Test
    void the_process_wins_over_dot_env() {
        Folder folder =
                new Folder(root).file(".env", "MV_PORT=1001\nMV_HOST=0.0.0.0\n").variable("MV_PORT", "1002");
        assertThat(folder.read().settings().server().port()).isEqualTo(1002);
        assertThat(folder.read().settings().server().host()).isEqualTo("0.0.0.0");
    }

    @Test
    void an_unknown_variable_of_ours_is_a_warning_and_shows_no_value() {
        StudioConfiguration configuration = new Folder(root)
                .variable("MV_PROT", "1")
                .variable("MV_SOMETHING_ELSE_ENTIRELY", "1")
                .variable("MV_JAVA_OPTS", "-Xmx1g")
                .variable("OTHER", "1")
                .file(".env", "MV_VIDEO_DURATIONS=secret\n")
                .read();
        assertThat(configuration.warnings())
                .containsExactly(
                        "MV_PROT is set, but there is no such setting; did you mean MV_PORT?",
                        "MV_SOMETHING_ELSE_ENTIRELY is set, but there is no such setting",
                        ".env:1: MV_VIDEO_DURATIONS is set, but there is no such setting; did you mean"
                                + " MV_VIDEO_DURATION?");
    }

    @Test
    void an_ffmpeg_that_is_not_there_is_a_warning() {
        assertThat(new Folder(root).variable("MV_FFMPEG", "bin/ffmpeg").read().warnings())
                .containsExactly("ffmpeg (MV_FFMPEG): there is no program at " + root.resolve("bin/ffmpeg"));
    }

    @Test
    void a_request_size_that_no_picture_fits_in_is_a_warning() {
        assertThat(new Folder(root)
                        .variable("MV_MAX_REQUEST_SIZE", "20 MiB")
                        .read()
                        .warnings())
                .containsExactly("max_request_size is too small for a picture of max_image_size in base64");
    }
}
