package dev.mvstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.testkit.provider.Settling;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, killed in the middle of a film. */
class KilledIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SECONDS = 300;

    @TempDir
    Path folder;

    private Program start(String... arguments) throws IOException {
        return Program.start(
                folder, Map.of("MV_DATA_DIR", folder.resolve("data").toString()), arguments);
    }

    private String run(String... arguments) throws Exception {
        try (Program program = start(arguments)) {
            assertThat(program.end(SECONDS)).as(program.err()).isZero();
            return program.out();
        }
    }

    /** Begins a film, and kills the program while a clip is filmed. */
    private String killedFilm() throws Exception {
        try (Program program = start(
                "create",
                "A robot in the rain",
                "-n",
                "3",
                "-p",
                "1",
                "-d",
                "4",
                "--resolution",
                "480p",
                "-b",
                "preview")) {
            Settling.until(() -> !program.isAlive() || program.err().contains("clip 2 of 3: generating"), PATIENCE);
            assertThat(program.isAlive()).as(program.err()).isTrue();
            program.kill();
            return program.err().lines().findFirst().orElseThrow().replace("job ", "");
        }
    }

    private static Object member(String json, String... path) {
        return JsonReader.at(JsonReader.read(json), path);
    }

    /** The ids of the first steps: scenes, character, first clip. */
    private static List<Object> firstSteps(String shown) {
        return IntStream.range(0, 3)
                .mapToObj(i -> member(shown, "steps", String.valueOf(i), "id"))
                .toList();
    }

    @Test
    void a_killed_film_goes_on_where_it_was() throws Exception {
        String film = killedFilm();
        assertThat(run("jobs")).containsPattern(film.substring(0, 8) + " +create_music_video +running");
        List<Object> before = firstSteps(run("jobs", "show", film, "--json"));

        String result = run("jobs", "watch", film.substring(0, 8), "-o", "film.mp4", "--json");

        assertThat(member(result, "job_id")).isNull();
        assertThat(member(result, "output_file"))
                .isEqualTo(folder.resolve("film.mp4").toRealPath().toString());
        String shown = run("jobs", "show", film, "--json");
        assertThat(firstSteps(shown)).isEqualTo(before);
        assertThat((List<?>) member(shown, "children")).hasSize(6);
        assertThat(seconds(folder.resolve("film.mp4"))).isBetween(11.0, 13.0);
    }

    @Test
    void a_killed_film_can_be_canceled_and_tried_again() throws Exception {
        String film = killedFilm();

        assertThat(run("jobs", "cancel", film)).isEqualTo("job " + film + " is canceled\n");
        run("jobs", "retry", film, "-o", "film.mp4");

        assertThat(seconds(folder.resolve("film.mp4"))).isBetween(11.0, 13.0);
    }

    /** How long a film is by FFmpeg's own word. */
    private static double seconds(Path film) throws Exception {
        Process probe = new ProcessBuilder(
                        "ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", film.toString())
                .start();
        try (var out = probe.inputReader()) {
            return Double.parseDouble(out.readLine());
        }
    }
}
