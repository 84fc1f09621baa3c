package dev.mvstudio.testkit.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The nodes and the models that are installed. At first: the core nodes that make pictures and clips, and one checkpoint,
 * {@code sd3.5_large_fp8_scaled.safetensors}.
 */
public final class Catalog {
    static final String CHECKPOINT = "sd3.5_large_fp8_scaled.safetensors";

    private final ObjectNode basics;
    private final ObjectNode given;
    private final Supplier<List<String>> images;
    private final Map<String, List<String>> models = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> added = new ConcurrentHashMap<>();

    /** A catalog; an empty description stands for the nodes that are built in. */
    Catalog(Version version, ObjectNode description, Supplier<List<String>> images) {
        this.given = description;
        this.images = images;
        basics = basics(version);
        basics.path("folders").forEach(folder -> models.put(folder.asText(), List.of()));
        models.put("checkpoints", List.of(CHECKPOINT));
    }

    private static ObjectNode basics(Version version) {
        ObjectNode newest = (ObjectNode) Json.resource(Catalog.class, "nodes-0.33.0.json");
        if (version.isNew()) {
            return newest;
        }
        ObjectNode own = (ObjectNode) Json.resource(Catalog.class, "nodes-" + version.number() + ".json");
        ObjectNode nodes = (ObjectNode) newest.get("nodes");
        nodes.setAll((ObjectNode) own.get("nodes"));
        newest.setAll(own);
        newest.set("nodes", nodes);
        return newest;
    }

    /**
     * What a real server answers to {@code /object_info}.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    static ObjectNode read(Path file) {
        try {
            return (ObjectNode) Json.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /**
     * Puts files into a folder of models, in place of those that were there.
     *
     * @param folder {@code checkpoints}, {@code text_encoders}, {@code loras}, …
     */
    public Catalog install(String folder, String... files) {
        models.put(folder, List.of(files));
        return this;
    }

    /** Adds a node of some node pack, described as in {@code /object_info}. */
    public Catalog add(String classType, ObjectNode description) {
        added.put(classType, description.deepCopy());
        return this;
    }

    /** The folders of models, in order. */
    List<String> folders() {
        return basics.path("folders").valueStream().map(JsonNode::asText).toList();
    }

    /** What is in a folder; empty when there is no such folder. */
    Optional<List<String>> folder(String name) {
        return Optional.ofNullable(models.get(name));
    }

    /** All nodes, as {@code /object_info} shows them. */
    ObjectNode all() {
        ObjectNode all = Json.object();
        given.properties().forEach(node -> all.set(node.getKey(), node.getValue()));
        if (given.isEmpty()) {
            basics.get("nodes").properties().forEach(n -> all.set(n.getKey(), expand(n.getKey(), n.getValue())));
        } else if (given.at("/CheckpointLoaderSimple/input").isObject()) {
            choose(all, "CheckpointLoaderSimple", "ckpt_name", models.getOrDefault("checkpoints", List.of()));
            choose(all, "LoadImage", "image", images.get());
        }
        all.setAll(added);
        return all;
    }

    /** One node, as {@code /object_info} shows it; empty when there is none. */
    Optional<ObjectNode> find(String classType) {
        ObjectNode own = added.get(classType);
        if (own != null) {
            return Optional.of(own);
        }
        JsonNode terse = basics.get("nodes").get(classType);
        return given.isEmpty()
                ? Optional.ofNullable(terse).map(node -> expand(classType, node))
                : Optional.ofNullable(all().get(classType)).map(ObjectNode.class::cast);
    }

    private static void choose(ObjectNode all, String node, String input, List<String> values) {
        if (all.get(node) instanceof ObjectNode known) {
            ObjectNode copy = known.deepCopy();
            if (copy.at("/input/required/" + input) instanceof ArrayNode field) {
                field.set(0, Json.tree(values));
            }
            all.set(node, copy);
        }
    }

    private ObjectNode expand(String name, JsonNode terse) {
        ObjectNode node = Json.object();
        ObjectNode input = node.putObject("input");
        ObjectNode order = node.putObject("input_order");
        for (String section : List.of("required", "optional")) {
            if (terse.get(section) instanceof ObjectNode fields) {
                input.set(section, filled(fields));
                order.set(
                        section,
                        Json.tree(fields.propertyStream().map(Map.Entry::getKey).toList()));
            }
        }
        node.set("output", terse.get("output"));
        node.set(
                "output_is_list",
                Json.tree(terse.get("output").valueStream().map(o -> false).toList()));
        node.set("output_name", terse.get("output"));
        node.put("name", name).put("display_name", name).put("description", "");
        node.put("python_module", terse.path("module").asText()).put("category", "fake");
        return node.put("output_node", terse.path("output_node").asBoolean());
    }

    /** With the files that are there in place of the names of folders. */
    private JsonNode filled(JsonNode node) {
        if (node.isArray() && node.size() == 1 && node.get(0).asText().startsWith("@")) {
            return Json.tree(values(node.get(0).asText().substring(1)));
        }
        if (node.isArray()) {
            ArrayNode items = Json.object().arrayNode();
            node.forEach(item -> items.add(filled(item)));
            return items;
        }
        if (node.isObject()) {
            ObjectNode members = Json.object();
            node.properties().forEach(m -> members.set(m.getKey(), filled(m.getValue())));
            return members;
        }
        return node;
    }

    private List<String> values(String list) {
        return switch (list) {
            case "images" -> images.get();
            case "samplers", "schedulers" ->
                basics.path(list).valueStream().map(JsonNode::asText).toList();
            default -> models.getOrDefault(list, List.of());
        };
    }

    /** The inputs of a node that are declared, required ones first. */
    static Map<String, JsonNode> inputs(JsonNode description) {
        Map<String, JsonNode> inputs = new LinkedHashMap<>();
        for (String section : List.of("required", "optional")) {
            description.path("input").path(section).properties().forEach(i -> inputs.put(i.getKey(), i.getValue()));
        }
        return inputs;
    }
}
