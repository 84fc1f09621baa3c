package dev.mvstudio.adapter.comfyui.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mvstudio.adapter.comfyui.Shipped;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphTest {
    private static final String SMALL = """
            {"6": {"class_type": "CLIPTextEncode", "inputs": {"text": "x", "clip": ["4", 1]}, "_meta": {"title": "P"}},
             "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "a.safetensors"}}}""";

    private static void refuses(String json, String... words) {
        assertThatExceptionOfType(MalformedGraphException.class)
                .isThrownBy(() -> Graph.parse(json))
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    @Test
    void what_is_no_graph_is_told_with_what_to_do() {
        refuses("{\"nodes\": [], \"links\": []}", "Export (API)");
        refuses("{\"1\": {\"type\": \"KSampler\"}}", "node 1", "class_type");
        refuses("{]", "no JSON", "line 1");
        refuses("[]", "no graph");
        refuses("{}", "no graph");
        refuses("{} {}", "no JSON");
        refuses(SMALL.replace("[\"4\", 1]", "[\"5\", 1]"), "node 6", "clip", "node 5");
    }

    @Test
    void an_input_that_takes_nothing_is_told_with_those_that_there_are() {
        Graph graph = Graph.parse(SMALL);

        assertThat(graph.fault(new Input("6", "text"))).isEmpty();
        assertThat(graph.fault(new Input("7", "text")).orElseThrow()).contains("no node 7", "6");
        assertThat(graph.fault(new Input("6", "txt")).orElseThrow()).contains("CLIPTextEncode", "txt", "clip, text");
        assertThat(graph.fault(new Input("6", "clip")).orElseThrow()).contains("gets its input clip from node 4");
    }

    @Test
    void a_filled_graph_differs_in_the_slots_only() {
        Recipe recipe = new Recipe(
                Graph.parse(SMALL),
                Map.of(Slot.PROMPT, List.of(new Input("6", "text"), new Input("4", "ckpt_name"))),
                "6",
                16,
                1);

        assertThat(recipe.filled(Map.of(Slot.PROMPT, "a robot", Slot.SEED, 1L)))
                .isEqualTo(Map.of(
                        "6",
                        Map.of(
                                "class_type",
                                "CLIPTextEncode",
                                "inputs",
                                Map.of("text", "a robot", "clip", List.of("4", 1)),
                                "_meta",
                                Map.of("title", "P")),
                        "4",
                        Map.of("class_type", "CheckpointLoaderSimple", "inputs", Map.of("ckpt_name", "a robot"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sd35_text_to_image", "sd35_image_to_image", "wan22_text_to_video", "wan22_image_to_video"})
    void the_shipped_graphs_are_graphs(String name) {
        assertThat(Graph.parse(Shipped.text(name)).ids()).hasSizeGreaterThan(7);
    }

    @Test
    void an_input_is_a_node_and_a_name() {
        assertThat(Input.parse("57:8.format.codec")).contains(new Input("57:8", "format.codec"));
        assertThat(List.of("6", "6.", ".text", "6. text", ""))
                .allSatisfy(text -> assertThat(Input.parse(text)).isEmpty());
    }
}
