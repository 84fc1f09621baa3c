package dev.mvstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchTest {
    @TempDir
    Path folder;

    private Cli cli;

    @BeforeEach
    void open() {
        cli = new Cli(folder);
    }

    @Test
    void data_go_to_the_users_folder_unless_told_otherwise() {
        cli.environment.put("MV_X", "1");
        cli.run("flavors");

        assertThat(cli.studio.launch.defaultDataDir()).isEqualTo(folder.resolve("user-data"));
        assertThat(cli.studio.launch.workingDirectory()).isEqualTo(folder);
        assertThat(cli.studio.launch.environment()).containsEntry("MV_X", "1").doesNotContainKey("MV_DATA_DIR");
    }

    @Test
    void options_win_over_variables_before_and_after_the_command() {
        cli.environment.put("MV_DATA_DIR", "elsewhere");

        cli.run("--data-dir", "here", "flavors");
        assertThat(cli.studio.launch.environment())
                .containsEntry("MV_DATA_DIR", folder.resolve("here").toString());
        cli.run("flavors", "--data-dir", "there", "--debug");
        assertThat(cli.studio.launch.environment())
                .containsEntry("MV_DATA_DIR", folder.resolve("there").toString())
                .containsEntry("MV_DEBUG_MODE", "true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "create --help",
                "scenes --help",
                "merge --help",
                "serve --help",
                "jobs --help",
                "jobs watch --help"
            })
    void help_lists_the_exit_codes_and_reads_no_configuration(String line) {
        Cli.Ended ended = cli.run(line.split(" "));

        assertThat(ended.code()).isZero();
        assertThat(ended.out().replaceAll("(?s).*(?=Exit codes:)", "")).isEqualTo("""
                Exit codes:
                    0   done; for serve: stopped in order
                    1   an error in this program
                    2   the command line or the request is wrong; nothing was spent
                    3   the configuration or a credential is missing or wrong
                    4   the generation failed, or too many wait already
                    5   a file or the jobs could not be read or written
                    6   some clips or images failed; the others are kept
                  130   interrupted (Ctrl-C, SIGTERM); what was finished is kept
                """);
        assertThat(cli.studio.launch).isNull();
    }

    @Test
    void the_version_is_told_without_reading_the_configuration() {
        assertThat(cli.run("--version").out()).startsWith("mvstudio ");
        assertThat(cli.studio.launch).isNull();
    }

    @Test
    void a_folder_may_be_called_like_a_command() {
        assertThat(cli.run("--data-dir=create", "flavors", "--quiet").code()).isZero();
    }

    @Test
    void without_a_command_nothing_is_done() {
        assertThat(cli.run().code()).isEqualTo(2);
    }

    @Test
    void a_prompt_may_begin_with_an_at_sign() {
        assertThat(cli.run("scenes", "@home with a cat", "-q").code()).isZero();
    }

    @Test
    void shells_can_complete_what_is_typed() {
        Cli.Ended ended = cli.run("generate-completion");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("complete -F", "--clip-audio", "retry");
        assertThat(cli.studio.launch).isNull();
    }
}
