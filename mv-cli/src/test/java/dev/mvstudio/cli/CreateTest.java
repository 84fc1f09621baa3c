package dev.mvstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.mvstudio.domain.film.ClipAudio;
import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.film.Transition;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.video.VideoRequest;
import dev.mvstudio.testkit.provider.Settling;
import dev.mvstudio.testkit.video.FakeVideoModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CreateTest {
    private static final String IDEA = "A tourist robot explores Austin!";
    private static final String FILM = "a-tourist-robot-explores-austin.mp4";

    @TempDir
    Path folder;

    private Cli cli;

    @BeforeEach
    void open() {
        cli = new Cli(folder);
    }

    @Test
    void an_idea_alone_becomes_a_film_in_this_folder() throws IOException {
        Cli.Ended ended = cli.run("create", IDEA);

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.outLines())
                .singleElement()
                .asString()
                .startsWith(folder.resolve(FILM).toString())
                .contains("1.0 s", "128x72", "kB");
        assertThat(folder.resolve(FILM)).hasBinaryContent(FakeVideoModel.clip());
        assertThat(entries()).containsExactly(FILM);
        assertThat(cli.studio.videos.requests()).hasSize(4);
        assertThat(cli.studio.closed).hasValue(1);
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void without_a_terminal_progress_is_plain_lines() {
        Cli.Ended ended = cli.run("create", IDEA, "--scenes", "2");

        assertThat(ended.err())
                .contains("the 2 scenes are written", "the character is drawn", "clip 1 of 2: done", "film: done")
                .doesNotContain("\r");
    }

    @Test
    void quiet_prints_the_result_only() {
        Cli.Ended ended = cli.run("create", IDEA, "--quiet");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.outLines()).hasSize(1);
    }

    @Test
    void nobody_described_is_the_flavors_character() {
        cli.run("create", IDEA, "-n", "1");

        assertThat(cli.studio.images.requests())
                .singleElement()
                .satisfies(r -> assertThat(r.subject()).isEqualTo("a dog"));
        assertThat(cli.studio.writer.requests())
                .singleElement()
                .satisfies(r -> assertThat(r.characterDescription()).isEqualTo("a dog"));
    }

    @Test
    void every_option_reaches_its_step() {
        Cli.Ended ended = cli.run(
                "create",
                IDEA,
                "--character",
                "a cat",
                "-n1",
                "--characteristics",
                "sly",
                "--video-type",
                "trailer",
                "--video-characteristics",
                "dark",
                "--camera-angle",
                "low",
                "--scene-model",
                "two",
                "--image-model",
                "two",
                "--video-model",
                "two",
                "--aspect-ratio",
                "9:16",
                "-d",
                "5",
                "--resolution",
                "1080p",
                "--no-audio",
                "--seed",
                "7",
                "--rules",
                "no text",
                "--negative-prompt",
                "rain",
                "--transition",
                "crossfade",
                "--transition-seconds",
                "0.25",
                "--fade-out",
                "2",
                "--clip-audio",
                "mute",
                "--fit",
                "crop",
                "--safety-filter-level",
                "high",
                "--person-generation",
                "none",
                "--parallel",
                "1");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(cli.studio.writer.requests().get(0).toString())
                .contains("a cat", "sly", "trailer", "dark", "low", "model=two", "seed=7");
        assertThat(cli.studio.images.requests().get(0).toString())
                .contains("a cat", "model=two", "seed=7", "high", "none");
        VideoRequest clip = cli.studio.videos.requests().get(0);
        assertThat(clip.toString()).contains("model=two", "9:16", "1080p", "seed=7", "rules=no text");
        assertThat(clip.duration()).isEqualTo(Duration.ofSeconds(5));
        assertThat(clip.generateAudio()).isFalse();
        assertThat(clip.negativePrompt()).isEqualTo("rain, nothing else");
        assertThat(cli.studio.editor.requests).singleElement().satisfies(film -> {
            assertThat(film.transition()).isEqualTo(Transition.CROSSFADE);
            assertThat(film.transitionLength()).isEqualTo(Duration.ofMillis(250));
            assertThat(film.fadeOut()).isEqualTo(Duration.ofSeconds(2));
            assertThat(film.clipAudio()).isEqualTo(ClipAudio.MUTE);
        });
    }

    @Test
    void a_given_picture_is_not_drawn_again() throws IOException {
        Path picture = Files.write(folder.resolve("me.png"), pixel());

        Cli.Ended ended = cli.run("create", IDEA, "--reference", "me.png", "-n", "1");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(cli.studio.images.requests()).isEmpty();
        assertThat(cli.studio.videos.requests().get(0).referenceImages()).hasSize(1);
        assertThat(cli.studio.writer.requests().get(0).characterDescription())
                .isEqualTo("the character in the reference image");
        assertThat(picture).exists();
    }

    private byte[] pixel() throws IOException {
        Cli other = new Cli(folder);
        other.run("character", "somebody", "--out", "drawn.png");
        byte[] bytes = Files.readAllBytes(folder.resolve("drawn.png"));
        Files.delete(folder.resolve("drawn.png"));
        return bytes;
    }

    @Test
    void a_song_is_taken_in_from_a_file() throws IOException {
        Files.write(folder.resolve("song.wav"), "RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII));

        Cli.Ended ended = cli.run("create", IDEA, "--soundtrack", "song.wav", "-n", "1", "--length", "soundtrack");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(cli.studio.editor.requests.get(0).soundtrack()).isNotNull();
    }

    @Test
    void files_that_cannot_be_had_are_named_all_at_once_before_anything_is_spent() throws IOException {
        Files.writeString(folder.resolve("me.txt"), "that's me");

        Cli.Ended ended = cli.run("create", IDEA, "--soundtrack", "none.mp3", "--reference", "me.txt");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains(
                        "--soundtrack: there is no such file (given: none.mp3)",
                        "--reference: it is of no known format");
        assertThat(cli.studio.writer.requests()).isEmpty();
    }

    @Test
    void another_file_is_not_replaced_and_that_is_said_before_anything_is_spent() throws IOException {
        Files.writeString(folder.resolve("film.mp4"), "mine");

        Cli.Ended ended = cli.run("create", IDEA, "--out", "film.mp4");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("film.mp4 exists; --force replaces it");
        assertThat(folder.resolve("film.mp4")).hasContent("mine");
        assertThat(cli.studio.launch).isNull();
    }

    @Test
    void with_force_it_is_replaced() throws IOException {
        Files.writeString(folder.resolve("film.mp4"), "mine");

        assertThat(cli.run("create", IDEA, "--out", "film.mp4", "--force").code())
                .isZero();
        assertThat(folder.resolve("film.mp4")).hasBinaryContent(FakeVideoModel.clip());
        assertThat(entries()).containsExactly("film.mp4");
    }

    @Test
    void a_made_up_name_gives_way_to_what_is_there() throws IOException {
        cli.run("create", IDEA, "-n", "1");
        cli.run("create", IDEA, "-n", "1");

        assertThat(entries()).containsExactly("a-tourist-robot-explores-austin-2.mp4", FILM);
    }

    @Test
    void a_missing_folder_is_said_before_anything_is_spent() {
        Cli.Ended ended = cli.run("create", IDEA, "--out", "nowhere/film.mp4");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("there is no folder");
    }

    @Test
    void a_dry_run_shows_prompts_and_price_and_sends_nothing() throws IOException {
        Cli.Ended ended = cli.run("create", IDEA, "--dry-run", "--duration", "5");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains(
                        "4 scenes of a video about " + IDEA, "A reference sheet of a dog", "clips: 4", "amount: 10.00");
        assertThat(cli.studio.writer.requests()).isEmpty();
        assertThat(entries()).isEmpty();
    }

    @Test
    void for_programs_all_of_it_is_one_json_document() {
        Cli.Ended ended = cli.run("--json", "create", IDEA, "-n", "2");

        assertThat(ended.json("output_file")).isEqualTo(folder.resolve(FILM).toString());
        assertThat(ended.json("duration_seconds")).isEqualTo(1L);
        assertThat(ended.json("scenes")).asInstanceOf(LIST).hasSize(2);
        assertThat(ended.json("clips", "1", "metadata", "backend_used")).isEqualTo("fake");
        assertThat(ended.json("metadata", "parameters_used", "transition")).isEqualTo("cut");
        assertThat(ended.err()).contains("clip 1 of 2: done");
    }

    @Test
    void a_clip_that_fails_leaves_the_others_and_says_how_to_join_them() {
        cli.studio.failAfterClips(2);

        Cli.Ended ended = cli.run("create", IDEA, "-p", "1", "--fade-out", "2", "--data-dir", "my data");

        assertThat(ended.code()).isEqualTo(6);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("2 of 4 clips failed:", "clip 3: ", "told to fail", "2 clips are kept:", "mvstudio merge ")
                .contains("--fade-out 2.0", "--data-dir 'my data'")
                .containsPattern("  mvstudio jobs retry [0-9a-f-]{36} --data-dir 'my data'");
    }

    @Test
    void kept_clips_can_be_joined_by_the_command_that_is_named() {
        cli.studio.failAfterClips(2);
        Cli.Ended failed = cli.run("create", IDEA, "-p", "1", "--json");
        assertThat(failed.json("failures", "0", "clip")).isEqualTo(3L);
        String[] command = String.valueOf(failed.json("join_command")).split(" ");

        Cli.Ended joined = cli.run(Stream.of(command).skip(1).toArray(String[]::new));

        assertThat(joined.code()).as(joined.err()).isZero();
        assertThat(folder.resolve("film.mp4")).exists();
    }

    @Test
    void clips_that_could_not_be_joined_are_kept_and_named() {
        cli.studio.editor.failure = new MergeException(MergeException.Fault.EDITOR_MISSING, "there is no FFmpeg");

        Cli.Ended ended = cli.run("create", IDEA, "--quiet");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("there is no FFmpeg", "4 clips are kept:", "mvstudio merge ");
    }

    @Test
    void when_no_clip_was_made_the_generation_failed() {
        cli.studio.videos.fail(ErrorCode.PROVIDER_UNAVAILABLE);

        Cli.Ended ended = cli.run("create", IDEA);

        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.err()).contains("4 of 4 clips failed:", "No clip was finished.");
    }

    @Test
    @Timeout(20)
    void whoever_stops_it_is_told_what_is_kept() throws Exception {
        cli.studio.stallAfterClips(1);
        CompletableFuture<Cli.Ended> running = cli.start("create", IDEA, "--parallel", "1");
        Settling.until(() -> cli.studio.videos.requests().size() == 2, Duration.ofSeconds(15));

        assertThat(cli.interruption.stop(Duration.ofSeconds(15))).hasValue(130);
        Cli.Ended ended = running.get();
        assertThat(ended.code()).isEqualTo(130);
        assertThat(ended.err())
                .contains(
                        "mvstudio: interrupted",
                        "One clip is kept:",
                        "This makes what is missing:",
                        "  mvstudio jobs retry ");
        assertThat(cli.studio.videos.canceled()).hasSize(1);
        assertThat(cli.studio.closed).hasValue(1);
        assertThat(entries()).isEmpty();
    }

    @Test
    void all_faults_are_listed_by_the_names_of_the_options() {
        Cli.Ended ended = cli.run("create", "", "--scenes", "99", "--character", " ");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("there are 3 faults:")
                .contains("  IDEA: is required and must not be blank")
                .contains("  --scenes: must be 1 to 50 (given: 99)")
                .contains("  --character: is required and must not be blank");
    }
}
