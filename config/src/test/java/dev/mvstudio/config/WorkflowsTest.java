package dev.mvstudio.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workflows of one's own, in MV_CONFIG_DIR/workflows. */
class WorkflowsTest {
    private static final String GRAPH = """
            {"6": {"class_type": "CLIPTextEncode", "inputs": {"text": "x", "clip": ["4", 1]}},
             "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "a.safetensors"}},
             "9": {"class_type": "SaveImage", "inputs": {"images": ["6", 0], "filename_prefix": "a"}}}""";

    private static final String MINE = """
            text:
              graph: mine.json
              output: 9
              slots:
                prompt: [6.text, 9.filename_prefix]
            """;

    @TempDir
    private Path root;

    private Folder folder;

    @BeforeEach
    void open() {
        folder = new Folder(root).own("workflows/mine.json", GRAPH).own("workflows/mine.yaml", MINE);
    }

    private static String backends(String model) {
        return "comfyui:\n  credentials: [MV_COMFYUI_URLS]\n  image:\n    - " + model + "\n";
    }

    private static String model(String call, String more) {
        return "{model: mine, price: free, call: " + call
                + ", aspect_ratios: [\"16:9\"], image_formats: [png], max_images: 1" + more + "}";
    }

    @Test
    void one_is_added_by_dropping_its_files() {
        assertThat(folder.faults()).isEmpty();
        assertThat(folder.read().workflows()).containsKeys("workflows/mine.yaml", "workflows/sd35.yaml");
    }

    @Test
    void a_model_uses_it_by_its_name() {
        assertThat(folder.own("backends.yaml", backends(model("mine", ""))).faults())
                .isEmpty();
    }

    @Test
    void a_model_that_is_to_do_more_than_its_workflow_can_is_a_fault() {
        assertThat(folder.own("backends.yaml", backends(model("mine", ", honours: [seed]")))
                        .faults())
                .singleElement()
                .asString()
                .startsWith("backends.yaml: comfyui: image mine:")
                .contains("a slot seed in text");
        assertThat(folder.own("backends.yaml", backends(model("yours", ""))).faults())
                .singleElement()
                .asString()
                .contains("one of mine, sd35, wan22, wan22_i2v; found yours");
    }

    @Test
    void the_shipped_one_between_two_pictures_is_used_as_soon_as_a_model_names_it() throws IOException {
        String shipped = Files.readString(Path.of("defaults/backends.yaml"));
        String uncommented = shipped.lines()
                .map(line -> line.matches(" {4}# (- model: wan-2\\.2-i2v-14b|  [a-z_]+: .*)")
                        ? line.replaceFirst("# ", "")
                        : line)
                .collect(Collectors.joining("\n"));

        assertThat(uncommented).contains("\n    - model: wan-2.2-i2v-14b\n      call: wan22_i2v\n");
        assertThat(folder.own("backends.yaml", uncommented).faults()).isEmpty();
    }

    @Test
    void a_slot_that_names_what_is_not_there_is_told_with_its_place() {
        String wrong =
                MINE.replace("[6.text, 9.filename_prefix]", "6.txt\n    seed: 3.seed\n    sede: 1\n    width: 7");

        assertThat(folder.own("workflows/mine.yaml", wrong).faults())
                .contains(
                        "workflows/mine.yaml:5:5: text.slots.prompt: node 6 (CLIPTextEncode) has no input txt; it has"
                                + " clip, text",
                        "workflows/mine.yaml:6:5: text.slots.seed: there is no node 3; there are 6, 4, 9")
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("workflows/mine.yaml:7:5: text.slots.sede: is unknown")
                        .contains("seed"))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("workflows/mine.yaml:8:12: text.slots.width: expected a node and an input of it"))
                .hasSize(4);
    }

    @Test
    void what_is_needed_and_missing_is_told() {
        String wrong = """
                text: {graph: mine.json, output: 10, slots: {seed: 6.text}}
                reference: {graph: mine.json, output: 9, slots: {prompt: 6.text}}
                last_frame: {graph: yours.json, output: 9, slots: {prompt: 6.text, last_frame: 6.text}}
                """;

        assertThat(folder.own("workflows/mine.yaml", wrong).faults())
                .containsExactlyInAnyOrder(
                        "workflows/mine.yaml:1:45: text.slots: the slot prompt is missing",
                        "workflows/mine.yaml:1:26: text.output: there is no node 10 in the graph",
                        "workflows/mine.yaml:2:49: reference.slots: the slot reference_image is missing",
                        "workflows/mine.yaml:3:14: last_frame.graph: there is no file workflows/yours.json");
        assertThat(folder.own("workflows/mine.yaml", "# nothing\n").faults())
                .singleElement()
                .asString()
                .contains("expected at least one of text, reference, last_frame");
    }

    @Test
    void a_file_that_is_no_export_for_programs_is_told_with_what_to_click() {
        assertThat(folder.own("workflows/mine.json", "{\"nodes\": [{\"id\": 4}], \"links\": []}")
                        .faults())
                .singleElement()
                .asString()
                .startsWith("workflows/mine.json: ")
                .contains("Export (API)");
        assertThat(folder.own("workflows/mine.json", "{\"6\": {}").faults())
                .singleElement()
                .asString()
                .startsWith("workflows/mine.json: is no JSON");
    }

    @Test
    void names_are_checked() {
        assertThat(folder.own("workflows/My Style.yaml", MINE).faults())
                .singleElement()
                .asString()
                .contains("workflows/My Style.yaml: expected a name");
        assertThat(new Folder(root.resolve("other"))
                        .own("workflows/mine.txt", "x")
                        .faults())
                .singleElement()
                .asString()
                .contains("is no file of the configuration");
    }
}
