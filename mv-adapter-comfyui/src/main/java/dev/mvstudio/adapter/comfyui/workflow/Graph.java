package dev.mvstudio.adapter.comfyui.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Nodes and how they are linked, in the API format of ComfyUI. Never changes. */
public final class Graph {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final String CLASS_TYPE = "class_type";
    private static final String INPUTS = "inputs";

    private final Map<String, JsonNode> nodes;

    private Graph(Map<String, JsonNode> nodes) {
        this.nodes = nodes;
    }

    /**
     * Reads a file that ComfyUI exported for its API.
     *
     * @throws MalformedGraphException when it is something else
     */
    public static Graph parse(String json) {
        JsonNode root = tree(json);
        if (root.path("nodes").isArray()) {
            throw wrong("is a workflow as ComfyUI saves it for its editor; export it for programs:"
                    + " menu Workflow, Export (API), or in older versions Save (API Format)"
                    + " after switching on the dev mode in the settings");
        }
        if (!root.isObject() || root.isEmpty()) {
            throw wrong("is no graph: expected a JSON object with a member for each node");
        }
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        root.properties().forEach(field -> nodes.put(field.getKey(), field.getValue()));
        nodes.forEach(Graph::checkNode);
        Graph graph = new Graph(nodes);
        graph.checkLinks();
        return graph;
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " in line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new MalformedGraphException("is no JSON: " + e.getOriginalMessage() + place, e);
        }
    }

    private static void checkNode(String id, JsonNode node) {
        if (!node.path(CLASS_TYPE).isTextual() || !node.path(INPUTS).isObject()) {
            throw wrong("node " + id + " has no class_type and inputs: this is no export for the API of ComfyUI");
        }
    }

    private void checkLinks() {
        nodes.forEach((id, node) -> node.path(INPUTS).properties().forEach(input -> {
            JsonNode value = input.getValue();
            if (isLink(value) && !nodes.containsKey(value.path(0).asText())) {
                throw wrong("node " + id + ": the input " + input.getKey() + " is linked to the node "
                        + value.path(0).asText() + ", which is not there");
            }
        }));
    }

    private static MalformedGraphException wrong(String what) {
        return new MalformedGraphException(what, null);
    }

    /** Whether an input gets its value from another node: {@code ["4", 1]}. */
    static boolean isLink(JsonNode value) {
        return value.isArray()
                && value.size() == 2
                && value.get(0).isTextual()
                && value.get(1).isInt();
    }

    Map<String, JsonNode> nodes() {
        return nodes;
    }

    /** The ids of the nodes. */
    public Set<String> ids() {
        return Set.copyOf(nodes.keySet());
    }

    /** What a node is, such as {@code KSampler}. */
    public String type(String node) {
        return node(node).path(CLASS_TYPE).asText();
    }

    private JsonNode node(String id) {
        JsonNode node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("there is no node " + id);
        }
        return node;
    }

    JsonNode inputs(String node) {
        return node(node).path(INPUTS);
    }

    JsonNode value(Input input) {
        return inputs(input.node()).path(input.name());
    }

    /** Why nothing can be put into an input; empty when it can. */
    public Optional<String> fault(Input input) {
        if (!nodes.containsKey(input.node())) {
            return Optional.of("there is no node " + input.node() + "; there are " + names(nodes.keySet()));
        }
        String where = "node " + input.node() + " (" + type(input.node()) + ")";
        JsonNode value = value(input);
        if (value.isMissingNode()) {
            Set<String> known = new TreeSet<>();
            inputs(input.node()).fieldNames().forEachRemaining(known::add);
            return Optional.of(where + " has no input " + input.name() + "; it has " + names(known));
        }
        return isLink(value)
                ? Optional.of(where + " gets its input " + input.name() + " from node "
                        + value.path(0).asText() + ": name an input there")
                : Optional.empty();
    }

    private static String names(Set<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    /** The graph with other values in some of its inputs, as what is sent. */
    Map<String, Object> filled(Map<Input, Object> values) {
        Map<String, Object> filled = new LinkedHashMap<>();
        nodes.forEach((id, node) -> filled.put(id, filled(id, node, values)));
        return filled;
    }

    private static Map<String, Object> filled(String id, JsonNode node, Map<Input, Object> values) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> own : node.path(INPUTS).properties()) {
            Object value = values.get(new Input(id, own.getKey()));
            inputs.put(own.getKey(), value == null ? MAPPER.convertValue(own.getValue(), Object.class) : value);
        }
        Map<String, Object> filled = new LinkedHashMap<>();
        node.fieldNames()
                .forEachRemaining(name -> filled.put(
                        name, name.equals(INPUTS) ? inputs : MAPPER.convertValue(node.path(name), Object.class)));
        return filled;
    }
}
