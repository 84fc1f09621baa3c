package dev.mvstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoicesTest {
    @TempDir
    Path folder;

    private Cli cli;

    @BeforeEach
    void open() {
        cli = new Cli(folder);
    }

    @Test
    void backends_say_what_they_make_and_what_they_lack() {
        Cli.Ended ended = cli.run("backends");

        assertThat(ended.outLines().get(0)).containsSubsequence("BACKEND", "MAKES", "DEFAULT", "CONFIGURED", "MODEL");
        assertThat(ended.outLines())
                .anyMatch(
                        l -> l.matches("locked +video +no: set LOCKED_TOKEN or LOCKED_KEY +gate +0.50 USD per second"))
                .anyMatch(l -> l.matches("fake +video +yes +yes +one +.*"))
                .anyMatch(l -> l.matches("fake +video +yes +two +.*"));
    }

    @Test
    void backends_for_programs() {
        Cli.Ended ended = cli.run("backends", "--json");

        assertThat(ended.json("backends", "0", "configured")).isEqualTo(false);
        assertThat(ended.json("backends", "1", "kinds", "image", "models", "1", "name"))
                .isEqualTo("two");
    }

    @Test
    void flavors_are_listed_with_the_default_first() {
        assertThat(cli.run("flavors").outLines().get(1)).matches("default +for tests");
        assertThat(cli.run("flavors", "--json").json("flavors", "0", "default")).isEqualTo(true);
    }

    @Test
    void a_backend_does_the_steps_that_it_can_do() {
        Cli.Ended ended = cli.run("create", "a walk", "--backend", "locked");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("set LOCKED_TOKEN or LOCKED_KEY");
        assertThat(cli.studio.writer.requests()).isEmpty();
    }

    @Test
    void an_unknown_backend_is_refused() {
        Cli.Ended ended = cli.run("create", "a walk", "--backend", "fkae");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--backend: must be one of fake (given: fkae)");
    }
}
