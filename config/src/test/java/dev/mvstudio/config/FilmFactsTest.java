package dev.mvstudio.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.film.CreateMusicVideoCommand;
import dev.mvstudio.application.film.FilmProgress;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole film, as a judge that is not ours sees it. */
class FilmFactsTest {
    private static final int CLIPS = 4;
    private static final double SECONDS = 2;
    private static final double FRAME = 1 / 24.0;

    @TempDir
    static Path root;

    private static Path film = Path.of("");

    @BeforeAll
    static void film_it() {
        assumeTrue(isThere("ffprobe"), "ffprobe is not installed");
        try (MusicVideoStudio studio = MusicVideoStudio.open(new Folder(root)
                .variable("MV_VIDEO_DURATION", "2")
                .variable("MV_VIDEO_RESOLUTION", "480p")
                .launch())) {
            var made = studio.createMusicVideo()
                    .create(CreateMusicVideoCommand.of("A robot in Austin", "Silver robot"), FilmProgress.NONE);
            assertThat(made.film().copied()).isTrue();
            film = studio.assets().local(made.film().video());
        }
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static List<String> probe(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffprobe", "-v", "error", "-of", "csv=p=0"));
        command.addAll(Arrays.asList(options));
        command.add(film.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said.lines().filter(line -> !line.isBlank()).toList();
    }

    @Test
    void it_has_one_h264_and_one_aac_stream() throws Exception {
        assertThat(probe("-show_entries", "stream=codec_name")).containsExactly("h264", "aac");
    }

    @Test
    void it_is_as_long_as_its_clips_together() throws Exception {
        double length =
                Double.parseDouble(probe("-show_entries", "format=duration").get(0));

        assertThat(length).isCloseTo(CLIPS * SECONDS, within(FRAME));
    }

    @Test
    void its_frames_are_all_there_and_in_order() throws Exception {
        List<Double> frames =
                probe("-select_streams", "v", "-show_entries", "frame=best_effort_timestamp_time").stream()
                        .map(line -> Double.parseDouble(line.split(",", -1)[0]))
                        .toList();

        assertThat(frames).hasSize((int) (CLIPS * SECONDS * 24)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void the_time_of_its_packets_never_goes_back() throws Exception {
        for (String stream : List.of("v", "a")) {
            List<Double> times = probe("-select_streams", stream, "-show_entries", "packet=dts_time").stream()
                    .map(line -> Double.parseDouble(line.split(",", -1)[0]))
                    .toList();

            assertThat(times).isSorted().doesNotHaveDuplicates();
        }
    }
}
