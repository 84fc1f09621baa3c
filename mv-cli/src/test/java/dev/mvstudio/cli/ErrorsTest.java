package dev.mvstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.application.BrokenConfigurationException;
import dev.mvstudio.domain.asset.StorageException.Fault;
import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.provider.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorsTest {
    @TempDir
    Path folder;

    private Cli cli;

    @BeforeEach
    void open() {
        cli = new Cli(folder);
    }

    @Test
    void all_faults_of_the_configuration_are_listed() {
        cli.studio.unreadable = new BrokenConfigurationException(List.of("a.yaml:1:2: x", "b.yaml:3:4: y"));

        Cli.Ended ended = cli.run("flavors");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("the configuration has 2 faults:", "  a.yaml:1:2: x", "  b.yaml:3:4: y");
    }

    @Test
    void a_failed_generation_is_one_sentence() {
        cli.studio.writer.refuse(ErrorCode.CONTENT_POLICY_VIOLATION);

        Cli.Ended ended = cli.run("scenes", "a walk");

        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.err().lines())
                .singleElement()
                .isEqualTo("mvstudio: create_scenes by fake failed: told to refuse");
    }

    @Test
    void for_programs_an_error_has_the_shape_of_the_rest_interface() {
        cli.studio.timeout = Duration.ofMillis(500);
        cli.studio.videos.refuse(ErrorCode.RATE_LIMIT_EXCEEDED);

        Cli.Ended ended = cli.run("video", "a cat", "--json");

        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.json("error")).isEqualTo("VideoGenerationError");
        assertThat(ended.json("error_code")).isEqualTo("RATE_LIMIT_EXCEEDED");
        assertThat(ended.json("backend_used")).isEqualTo("fake");
        assertThat(ended.json("timestamp")).isEqualTo("2025-11-16T10:30:25Z");
        assertThat(ended.json("retryable")).isEqualTo(true);
    }

    @Test
    void a_credential_that_is_not_accepted_is_a_matter_of_the_set_up() {
        cli.studio.videos.refuse(ErrorCode.AUTHENTICATION_ERROR);

        assertThat(cli.run("video", "a cat").code()).isEqualTo(3);
    }

    @Test
    void a_full_disk_is_a_matter_of_storage() {
        cli.studio.store.failWith(Fault.DISK_FULL);

        Cli.Ended ended = cli.run("video", "a cat", "--json");

        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.json("error_code")).isEqualTo("DISK_FULL");
    }

    @Test
    void a_missing_editor_is_a_matter_of_the_set_up() {
        cli.studio.editor.failure = new MergeException(MergeException.Fault.EDITOR_MISSING, "there is no FFmpeg");

        assertThat(cli.run("create", "a walk").code()).isEqualTo(3);
    }

    @Test
    void a_bug_shows_its_stack_trace_only_when_asked_to() {
        cli.studio.unreadable = new IllegalStateException("oops");

        assertThat(cli.run("flavors").code()).isEqualTo(1);
        assertThat(cli.run("flavors").err()).contains("internal error: oops").doesNotContain("\tat ");
        assertThat(cli.run("flavors", "--debug").err()).contains("\tat ");
    }

    @Test
    void a_misspelt_option_is_corrected() {
        Cli.Ended ended = cli.run("create", "--scnes=4", "a walk");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("Unknown option: '--scnes=4'; did you mean --scenes");
    }

    @Test
    void a_wrong_command_line_is_json_as_well() {
        assertThat(cli.run("create", "--scenes", "many", "x", "--json").json("error"))
                .isEqualTo("ValidationError");
    }
}
