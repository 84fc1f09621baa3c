package dev.mvstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.mvstudio.testkit.provider.Settling;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program, with its real parts, in processes of its own. */
class ProgramIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int INT = 2;

    @TempDir
    Path folder;

    private Program start(String... arguments) throws IOException {
        return Program.start(
                folder, Map.of("MV_DATA_DIR", folder.resolve("data").toString()), arguments);
    }

    @Test
    void an_idea_becomes_a_film_that_can_be_played() throws Exception {
        try (Program program = start(
                "create",
                "A robot in the rain",
                "-n",
                "2",
                "-d",
                "1",
                "--resolution",
                "480p",
                "--json",
                "-b",
                "preview")) {
            assertThat(program.end(300)).as(program.err()).isZero();

            Path film = folder.resolve("a-robot-in-the-rain.mp4");
            assertThat(JsonReader.at(JsonReader.read(program.out()), "output_file"))
                    .isEqualTo(film.toRealPath().toString());
            assertThat(Double.parseDouble(JsonReader.at(JsonReader.read(program.out()), "duration_seconds")
                            .toString()))
                    .isBetween(1.5, 2.5);
            assertThat(new String(Files.readAllBytes(film), StandardCharsets.ISO_8859_1))
                    .contains("ftyp", "moov", "mdat");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    @DisabledOnOs(OS.WINDOWS)
    void a_stopped_film_leaves_no_process_and_says_what_is_kept(String signal) throws Exception {
        try (Program program = start("create", "A robot in the rain", "-n", "3", "-d", "30", "-b", "preview")) {
            Settling.until(() -> !program.isAlive() || !program.children().isEmpty(), PATIENCE);
            assertThat(program.isAlive()).as(program.err()).isTrue();
            assumeFalse(signal.equals("INT") && program.ignores(INT), "started deaf to Ctrl-C");
            List<ProcessHandle> children = program.children();

            program.signal(signal);

            assertThat(program.end(15)).as(program.err()).isEqualTo(130);
            assertThat(children).noneMatch(ProcessHandle::isAlive);
            assertThat(program.err()).contains("interrupted").containsAnyOf("kept", "No clip was finished");
            assertThat(folder.resolve("a-robot-in-the-rain.mp4")).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    @DisabledOnOs(OS.WINDOWS)
    void a_server_answers_until_it_is_stopped_and_ends_soon(String signal) throws Exception {
        try (Program program = start("serve", "--port", "0")) {
            Settling.until(() -> !program.isAlive() || program.out().contains("\n"), PATIENCE);
            assertThat(program.out()).as(program.err()).startsWith("MV Studio is at http://");
            assumeFalse(signal.equals("INT") && program.ignores(INT), "started deaf to Ctrl-C");
            URI health = URI.create(program.out().strip().replaceAll(".* ", "") + "/health");
            try (HttpClient client = HttpClient.newHttpClient()) {
                assertThat(client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
            }

            program.signal(signal);

            assertThat(program.end(10)).as(program.err()).isZero();
        }
    }

    @Test
    void all_faults_of_the_set_up_are_told_at_once() throws Exception {
        try (Program program =
                Program.start(folder, Map.of("MV_PORT", "many", "MV_VIDEO_DURATION", "long"), "flavors")) {
            assertThat(program.end(60)).isEqualTo(3);
            assertThat(program.err())
                    .contains("2 faults", "MV_PORT", "MV_VIDEO_DURATION")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void help_is_there_whatever_the_set_up() throws Exception {
        try (Program program = Program.start(folder, Map.of("MV_PORT", "many"), "create", "--help")) {
            assertThat(program.end(60)).isZero();
            assertThat(program.err()).isEmpty();
        }
    }
}
