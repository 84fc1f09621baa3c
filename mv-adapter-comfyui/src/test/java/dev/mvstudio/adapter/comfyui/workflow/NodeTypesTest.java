package dev.mvstudio.adapter.comfyui.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mvstudio.adapter.comfyui.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTypesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What a real server says, where that is at hand: in a folder {@code shared} beside the sources, or where it is said. */
    private static Optional<Path> real(String version) {
        String said = System.getProperty("mv.shared", System.getenv().getOrDefault("MV_SHARED", ""));
        Stream<Path> beside = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared"));
        return (said.isEmpty() ? beside : Stream.of(Path.of(said)))
                .map(folder -> folder.resolve("data/comfy/object_info-" + version + ".json"))
                .filter(Files::isReadable)
                .findFirst();
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NodeTypes types(String json) {
        Map<String, JsonNode> types = new HashMap<>();
        json(json).properties().forEach(type -> types.put(type.getKey(), type.getValue()));
        return new NodeTypes(types);
    }

    private static List<String> faults(String types, String graph) {
        return types(types).faults(new Recipe(Graph.parse(graph), Map.of(), "1", 16, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[\"a\", \"b\"], {\"tooltip\": \"t\"}]",
                "[[\"a\", \"b\"]]",
                "[\"COMBO\", {\"options\": [\"a\", \"b\"]}]",
                "[\"COMFY_DYNAMICCOMBO_V3\", {\"options\": [{\"key\": \"a\"}, {\"key\": \"b\"}]}]"
            })
    void choices_are_understood_in_each_way_that_they_are_written(String wanted) {
        assertThat(NodeTypes.choices(json(wanted))).contains(List.of("a", "b"));
    }

    @Test
    void what_has_no_choices_takes_anything() {
        assertThat(NodeTypes.choices(json("[\"INT\", {\"min\": 1}]"))).isEmpty();
        assertThat(NodeTypes.choices(json("[\"COMBO\", {\"remote\": {}}]"))).isEmpty();
        assertThat(NodeTypes.choices(json("null"))).isEqualTo(Optional.empty());
    }

    @Test
    void what_a_server_lacks_is_named() {
        String sampler = """
                {"KSampler": {"input": {"required": {
                    "sampler_name": [["euler", "heun"]], "steps": ["INT", {"min": 1, "max": 10000}],
                    "denoise": ["FLOAT", {}]}}, "output": ["LATENT"]},
                 "CheckpointLoaderSimple": {"input": {"required": {"ckpt_name": [[], {}]}}, "output": ["MODEL"]}}""";

        assertThat(faults(sampler, """
                        {"1": {"class_type": "KSampler", "inputs": {"sampler_name": "Euler a", "steps": 0}}}"""))
                .anySatisfy(f -> assertThat(f).contains("node 1 (KSampler)", "sampler_name", "Euler a", "euler, heun"))
                .anySatisfy(f -> assertThat(f).contains("needs an input denoise"))
                .anySatisfy(f -> assertThat(f).contains("steps is 0", "1 to 10000"))
                .hasSize(3);
        assertThat(faults(sampler, """
                        {"4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "sd.safetensors"}}}"""))
                .singleElement()
                .asString()
                .contains("sd.safetensors", "models/checkpoints", "it has none");
        assertThat(faults(sampler, """
                        {"9": {"class_type": "IPAdapter", "inputs": {}}}""")).singleElement().asString().contains("node 9 (IPAdapter)", "not installed");
    }

    @Test
    void a_link_must_fit() {
        String types = """
                {"A": {"input": {"required": {"image": ["IMAGE"]}}, "output": ["LATENT"]},
                 "B": {"input": {"required": {"any": ["*"]}}, "output": ["IMAGE", "MASK"]}}""";

        assertThat(faults(types, """
                        {"1": {"class_type": "A", "inputs": {"image": ["2", 0]}},
                         "2": {"class_type": "B", "inputs": {"any": ["1", 0]}}}""")).isEmpty();
        assertThat(faults(types, """
                        {"1": {"class_type": "A", "inputs": {"image": ["2", 1]}},
                         "2": {"class_type": "B", "inputs": {"any": ["1", 3]}}}"""))
                .anySatisfy(f -> assertThat(f).contains("image takes IMAGE", "MASK of B"))
                .anySatisfy(f -> assertThat(f).contains("an output that A does not have"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3.64", "0.33.0"})
    void the_shipped_graphs_run_on_real_servers_that_have_the_models(String version) throws IOException {
        Optional<Path> file = real(version);
        assumeThat(file).as("what a real server says is at hand").isPresent();
        NodeTypes types = types(Files.readString(file.orElseThrow()));

        Stream.of(Shipped.sd35(), Shipped.wan22(), Shipped.wan22I2v())
                .flatMap(workflow -> workflow.recipes().values().stream())
                .forEach(recipe -> assertThat(types.faults(recipe))
                        .allSatisfy(fault -> assertThat(fault).contains("there is no model")));
    }
}
