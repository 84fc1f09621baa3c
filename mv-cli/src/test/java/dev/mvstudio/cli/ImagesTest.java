package dev.mvstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.testkit.image.FakeImageModel;
import dev.mvstudio.testkit.video.FakeVideoModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {
    /** As the requirements have it. */
    private static final String BODY = """
            {
            \t"character_data": {"base_traits": "young female warrior", "clothing": "red cloak"},
            \t"sequence_data": [
            \t\t{"scene_description": "standing on cliff edge", "atmosphere": "sunset", "duration": 5},
            \t\t{"scene_description": "waves", "type": "b-roll", "duration": 2.5}
            \t],
            \t"generation_params": {"seed": 12345, "sampler": "euler_ancestral", "steps": 20, "cfg_scale": 7.0}
            }
            """;

    @TempDir
    Path folder;

    private Cli cli;

    @BeforeEach
    void open() {
        cli = new Cli(folder);
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<ImageRequest> requests() {
        return cli.studio.images.requests();
    }

    @Test
    void the_body_of_the_rest_interface_becomes_images() throws IOException {
        file("sequence.json", BODY);

        Cli.Ended ended = cli.run("images", "--file", "sequence.json", "--folder", "cliff", "--json");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.json("success")).isEqualTo(true);
        assertThat(ended.json("folder_id")).isEqualTo("cliff");
        assertThat(ended.json("images", "1", "image_path")).isEqualTo("sequences/cliff/images/scene_0002.png");
        assertThat(ended.json("metadata", "parameters_used", "seed")).isEqualTo(12345L);
        assertThat(requests())
                .extracting(ImageRequest::prompt)
                .containsExactlyInAnyOrder(
                        "young female warrior, red cloak, standing on cliff edge, sunset, best quality", "waves");
        assertThat(requests()).extracting(r -> r.sampling().steps()).containsOnly(20);
    }

    @Test
    void the_same_can_be_written_as_yaml_and_options_go_first() throws IOException {
        file("sequence.yaml", """
                character: {base_traits: a robot}
                sequence:
                  - scene_description: a cave
                    pose: kneeling
                seed: 7
                folder_id: story
                """);

        Cli.Ended ended = cli.run("images", "-i", "sequence.yaml", "--seed", "8", "--folder", "cave");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("scene 1: sequences/cave/images/scene_0001.png");
        assertThat(requests()).singleElement().satisfies(r -> {
            assertThat(r.prompt()).isEqualTo("a robot, kneeling, a cave");
            assertThat(r.seed()).isEqualTo(8);
        });
    }

    @Test
    void what_is_wrong_with_a_file_is_told_with_its_places() throws IOException {
        file("sequence.yaml", """
                sequence_data:
                  - scene_descriptoin: a cave
                    duration: long
                steps: 0
                """);

        Cli.Ended ended = cli.run("images", "--file", "sequence.yaml");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains(
                        "sequence.yaml has 4 faults:",
                        "sequence.yaml:2:5: sequence_data[0].scene_descriptoin: is unknown;",
                        "sequence.yaml:3:15: sequence_data[0].duration: expected a number 0 to 3600, found \"long\"",
                        "sequence.yaml:4:8: steps: expected a whole number 1 to 10000, found 0");
        assertThat(cli.run("images", "--file", "none.yaml").err()).contains("none.yaml: there is no such file");
    }

    @Test
    void scenes_can_be_given_one_by_one() {
        Cli.Ended ended = cli.run(
                "images", "--character", "a cat", "--prompt", "on a roof", "--prompt", "in a box", "--format", "png");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(requests())
                .extracting(ImageRequest::prompt)
                .containsExactlyInAnyOrder("a cat, on a roof", "a cat, in a box");
        assertThat(cli.run("images", "--prompt", "a lighthouse").code()).isZero();
        assertThat(requests().getLast().prompt()).isEqualTo("a lighthouse");
    }

    @Test
    void images_contact_sheet_and_slideshow_are_copied() throws IOException {
        file("sequence.json", BODY);
        Files.createDirectory(folder.resolve("cliff"));
        String[] order = {
            "images",
            "--file",
            "sequence.json",
            "--folder",
            "cliff",
            "--out",
            "cliff",
            "--contact-sheet",
            "sheet.jpg",
            "--slideshow",
            "film.mp4",
            "--seconds-per-scene",
            "1.5",
            "--json"
        };

        Cli.Ended ended = cli.run(order);

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(folder.resolve("cliff/scene_0001.png")).hasBinaryContent(FakeImageModel.pixel());
        assertThat(folder.resolve("sheet.jpg")).exists();
        assertThat(folder.resolve("film.mp4")).hasBinaryContent(FakeVideoModel.clip());
        assertThat(ended.json("images", "0", "output_file"))
                .isEqualTo(folder.resolve("cliff/scene_0001.png").toString());
        assertThat(ended.json("contact_sheet", "output_file")).asString().endsWith("sheet.jpg");
        assertThat(ended.json("slideshow", "output_file")).asString().endsWith("film.mp4");
        assertThat(cli.studio.editor.pictures.shown()).hasSize(2);

        assertThat(cli.run(order).err()).contains("sheet.jpg exists; --force replaces it");
        assertThat(cli.run("images", "--folder", "cliff", "--out", "cliff").code())
                .isZero();
        assertThat(folder.resolve("cliff").toFile().list()).hasSize(2);
        assertThat(requests()).hasSize(2);
    }

    @Test
    void what_could_not_be_made_is_made_by_the_command_that_is_told() throws IOException {
        file("sequence.json", BODY);
        cli.studio.images.dieAfter(1);

        Cli.Ended some =
                cli.run("images", "-i", "sequence.json", "--folder", "cliff", "--slideshow", "film.mp4", "--json");

        assertThat(some.code()).isEqualTo(6);
        assertThat(some.json("success")).isEqualTo(false);
        assertThat(some.json("errors", "0", "error_code")).isEqualTo("PROVIDER_UNAVAILABLE");
        assertThat(some.json("retry_command")).isEqualTo("mvstudio images --folder cliff");
        assertThat(some.err()).contains("no contact sheet and no slideshow was made");
        assertThat(folder.resolve("film.mp4")).doesNotExist();

        cli.studio.images.accept();
        Cli.Ended all = cli.run("images", "--folder", "cliff");

        assertThat(all.code()).as(all.err()).isZero();
        assertThat(all.outLines()).hasSize(2);
        assertThat(requests()).hasSize(2);
    }

    @Test
    void it_fails_when_no_image_could_be_made() {
        cli.studio.images.refuse(ErrorCode.AUTHENTICATION_ERROR);

        Cli.Ended ended = cli.run("images", "--prompt", "a cave");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("none of 1 images could be made");
    }

    @Test
    void it_can_be_tried_without_doing_it() throws IOException {
        file("sequence.json", BODY);

        Cli.Ended ended = cli.run("images", "-i", "sequence.json", "--dry-run", "--json");

        assertThat(ended.json("dry_run")).isEqualTo(true);
        assertThat(ended.json("scenes", "1", "prompt")).isEqualTo("waves");
        assertThat(ended.json("parameters_used", "output_format")).isEqualTo("png");
        assertThat(requests()).isEmpty();
    }

    @Test
    void a_picture_of_the_character_may_be_a_file() throws IOException {
        Files.write(folder.resolve("cat.png"), FakeImageModel.pixel());

        cli.run("images", "--character", "a cat", "--prompt", "on a roof", "--reference", "cat.png");

        assertThat(requests())
                .singleElement()
                .satisfies(r -> assertThat(r.referenceImages()).hasSize(1));
    }

    @Test
    void what_does_not_go_together_is_refused() throws IOException {
        file("sequence.json", BODY);

        assertThat(cli.run("images").err()).contains("give --file, --prompt or --folder");
        assertThat(cli.run("images", "-i", "sequence.json", "--prompt", "a cave")
                        .code())
                .isEqualTo(2);
        assertThat(cli.run("images", "--folder", "x", "--character", "a cat").err())
                .contains("--character: needs scenes");
        assertThat(cli.run("images", "--prompt", "x", "--seconds-per-scene", "2")
                        .err())
                .contains("is for --slideshow");
        assertThat(cli.run("images", "--prompt", "x", "--out", "nowhere").err()).contains("there is no folder");
        assertThat(cli.run("images", "--folder", "a/b").err()).contains("--folder: must be 1 to 64 letters");
        assertThat(requests()).isEmpty();
    }

    @Test
    void what_only_a_server_does_is_told() throws IOException {
        file("sequence.yaml", """
                sequence: [{scene_description: waves, type: b-roll}]
                keep: true
                webhook_url: https://example.org/hook
                """);

        Cli.Ended ended = cli.run("images", "--file", "sequence.yaml");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("warning: webhook_url: only a server tells others of jobs");
    }
}
