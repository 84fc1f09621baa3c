package dev.mvstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.testkit.video.FakeVideoModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepsTest {
    @TempDir
    Path folder;

    private Cli cli;

    @BeforeEach
    void open() {
        cli = new Cli(folder);
    }

    @Test
    void scenes_are_printed_one_after_the_other() {
        Cli.Ended ended = cli.run("scenes", "a walk", "--character", "a cat", "-n", "2");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("1. scene 1: a cat", "   Not: nothing else", "2. scene 2: a cat");
        assertThat(ended.err()).contains("scenes.md");
    }

    @Test
    void scenes_for_programs_have_the_members_of_the_rest_interface() {
        Cli.Ended ended = cli.run("scenes", "a walk", "--json");

        assertThat(ended.json("scenes", "3", "negative_description")).isEqualTo("nothing else");
        assertThat(ended.json("output_files", "json")).asString().endsWith("/scenes.json");
        assertThat(ended.json("metadata", "parameters_used", "character_description"))
                .isEqualTo("a dog");
    }

    @Test
    void pictures_are_numbered() {
        Cli.Ended ended = cli.run("character", "Zoë, the robot", "--images", "2");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(folder.resolve("zoe-the-robot.png")).exists();
        assertThat(folder.resolve("zoe-the-robot-2.png")).exists();
        assertThat(ended.outLines()).hasSize(2);
    }

    @Test
    void a_picture_has_the_extension_of_its_format() {
        assertThat(cli.run("character", "a cat", "--format", "jpg").out()).contains("a-cat.jpg");
    }

    @Test
    void a_clip_is_filmed_and_copied() {
        Cli.Ended ended = cli.run("video", "a cat walks", "--out", "cat.mp4", "--json");

        assertThat(ended.json("output_file"))
                .isEqualTo(folder.resolve("cat.mp4").toString());
        assertThat(ended.json("metadata", "prompt")).isEqualTo("a cat walks");
        assertThat(ended.json("metadata", "parameters_used", "duration")).isEqualTo(8L);
        assertThat(folder.resolve("cat.mp4")).hasBinaryContent(FakeVideoModel.clip());
    }

    @Test
    void an_unknown_option_of_a_model_is_refused_by_its_name() {
        Cli.Ended ended = cli.run("video", "a cat", "--duration", "90", "--resolution", "480p");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--duration: must be 1 to 60 seconds", "--resolution: must be one of 720p");
    }

    @Test
    void clips_are_joined_from_files_and_ids() throws IOException {
        Files.write(folder.resolve("one.mp4"), FakeVideoModel.clip());
        Object id = cli.run("video", "two", "--json").json("video_id");

        Cli.Ended ended = cli.run("merge", "one.mp4", String.valueOf(id), "--out", "film.mp4");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(folder.resolve("film.mp4")).exists();
        assertThat(cli.studio.editor.requests)
                .singleElement()
                .satisfies(r -> assertThat(r.clips()).hasSize(2));
    }

    @Test
    void a_clip_that_is_not_there_is_counted() throws IOException {
        Files.write(folder.resolve("one.mp4"), FakeVideoModel.clip());

        Cli.Ended ended = cli.run("merge", "one.mp4", "two.mp4");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("CLIP 2: there is no such file (given: two.mp4)");
    }

    @Test
    void a_song_that_is_a_picture_is_refused() throws IOException {
        Files.write(folder.resolve("one.mp4"), FakeVideoModel.clip());
        cli.run("character", "a cat", "--out", "cat.png");

        Cli.Ended ended = cli.run("merge", "one.mp4", "one.mp4", "--soundtrack", "cat.png");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--soundtrack: must not be image/png");
    }

    @Test
    void joining_can_be_tried_without_doing_it() throws IOException {
        Files.write(folder.resolve("one.mp4"), FakeVideoModel.clip());

        Cli.Ended ended = cli.run("merge", "one.mp4", "one.mp4", "--dry-run", "--json");

        assertThat(ended.json("dry_run")).isEqualTo(true);
        assertThat(cli.studio.editor.requests).isEmpty();
    }
}
