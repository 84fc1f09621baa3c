package dev.mvstudio.testkit.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds a graph against the nodes that are installed, as the real one does before it queues it. */
final class Validation {
    private final Version version;
    private final Map<String, ObjectNode> descriptions;
    private final InputCheck inputs;
    private final ObjectNode nodes;
    private final Map<String, Checked> checked = new LinkedHashMap<>();
    private final Set<String> path = new LinkedHashSet<>();

    /** What came out. */
    sealed interface Verdict {}

    /** Something can be run; what cannot is told. */
    record Accepted(List<String> outputs, ObjectNode nodeErrors) implements Verdict {}

    /** Nothing can be run. */
    record Rejected(ObjectNode error, ObjectNode nodeErrors) implements Verdict {}

    private record Checked(boolean valid, List<ObjectNode> errors) {}

    /** What Python would throw. */
    private static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String type;

        Thrown(String type, String message) {
            super(message, null, false, false);
            this.type = type;
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }

    Validation(Version version, ObjectNode objectInfo, Disk disk, ObjectNode nodes) {
        this.version = version;
        this.nodes = nodes;
        this.inputs = new InputCheck(disk);
        descriptions = new LinkedHashMap<>();
        objectInfo.properties().forEach(d -> descriptions.put(d.getKey(), (ObjectNode) d.getValue()));
    }

    /**
     * The verdict.
     *
     * @param targets the only outputs that are wanted; empty for all
     * @throws Refused when the real one would stumble
     */
    Verdict verdict(Optional<Set<String>> targets) {
        List<String> outputs = new ArrayList<>();
        for (Map.Entry<String, JsonNode> node : nodes.properties()) {
            Optional<ObjectNode> unknown = unknown(node.getKey(), node.getValue());
            if (unknown.isPresent()) {
                return new Rejected(unknown.get(), Json.object());
            }
            boolean wanted = targets.isEmpty() || targets.get().contains(node.getKey());
            if (wanted && description(node.getKey()).path("output_node").asBoolean()) {
                outputs.add(node.getKey());
            }
        }
        if (outputs.isEmpty()) {
            return new Rejected(error("prompt_no_outputs", "Prompt has no outputs", ""), Json.object());
        }
        return verdict(outputs);
    }

    private Verdict verdict(List<String> outputs) {
        ObjectNode nodeErrors = Json.object();
        List<String> good = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        for (String output : outputs) {
            Checked result = checkOutput(output);
            if (result.valid) {
                good.add(output);
            } else {
                result.errors.forEach(e -> bad.add(
                        e.path("message").asText() + ": " + e.path("details").asText()));
                blame(output, nodeErrors);
            }
        }
        if (good.isEmpty()) {
            return new Rejected(
                    error(
                            "prompt_outputs_failed_validation",
                            "Prompt outputs failed validation",
                            String.join("\n", bad)),
                    nodeErrors);
        }
        return new Accepted(good, nodeErrors);
    }

    private Checked checkOutput(String output) {
        try {
            return check(output);
        } catch (Thrown e) {
            path.clear();
            ObjectNode reason =
                    InputCheck.problem("exception_during_validation", "Exception when validating node", e.text());
            InputCheck.extra(reason).put("exception_type", e.type).putArray("traceback");
            Checked result = new Checked(false, List.of(reason));
            checked.put(output, result);
            return result;
        }
    }

    private void blame(String output, ObjectNode nodeErrors) {
        checked.forEach((node, result) -> {
            if (!result.valid && !result.errors.isEmpty()) {
                if (!nodeErrors.has(node)) {
                    ObjectNode blamed = nodeErrors.putObject(node);
                    blamed.set("errors", Json.tree(result.errors));
                    blamed.putArray("dependent_outputs");
                    blamed.set("class_type", nodes.path(node).path("class_type"));
                }
                ((ArrayNode) nodeErrors.get(node).get("dependent_outputs")).add(output);
            }
        });
    }

    private static ObjectNode error(String type, String message, String details) {
        ObjectNode error =
                Json.object().put("type", type).put("message", message).put("details", details);
        error.putObject("extra_info");
        return error;
    }

    private Optional<ObjectNode> unknown(String id, JsonNode node) {
        if (!node.isObject()) {
            throw Refused.stumbled();
        }
        JsonNode classType = node.path("class_type");
        boolean named = node.has("class_type") && !(version.isNew() && classType.isNull());
        if (named && descriptions.containsKey(classType.asText())) {
            return Optional.empty();
        }
        String where = "Node ID '#" + id + "'";
        if (!version.isNew()) {
            return Optional.of(error(
                    "invalid_prompt",
                    named
                            ? "Cannot execute because node " + classType.asText() + " does not exist."
                            : "Cannot execute because a node is missing the class_type property.",
                    where));
        }
        JsonNode title = node.at("/_meta/title");
        ObjectNode error = error(
                "missing_node_type",
                named
                        ? "Node '" + title.asText(classType.asText())
                                + "' not found. The custom node may not be installed."
                        : "Node '" + title.asText("ID #" + id)
                                + "' has no class_type. The workflow may be corrupted or a custom node is missing.",
                where);
        InputCheck.extra(error)
                .put("node_id", id)
                .put("class_type", named ? classType.asText() : null)
                .put("node_title", title.asText(named ? classType.asText() : null));
        return Optional.of(error);
    }

    private ObjectNode description(String node) {
        JsonNode there = nodes.get(node);
        if (there == null) {
            throw new Thrown("KeyError", "'" + node + "'");
        }
        ObjectNode description = descriptions.get(there.path("class_type").asText());
        if (description == null) {
            throw new Thrown("KeyError", "'" + there.path("class_type").asText() + "'");
        }
        return description;
    }

    private Checked check(String node) {
        Checked known = checked.get(node);
        if (known != null) {
            return known;
        }
        ObjectNode description = description(node);
        JsonNode given = nodes.path(node).path("inputs");
        if (!given.isObject()) {
            throw new Thrown("KeyError", "'inputs'");
        }
        if (!path.add(node)) {
            throw new Thrown("RecursionError", "maximum recursion depth exceeded");
        }
        List<ObjectNode> errors = new ArrayList<>();
        boolean valid = true;
        for (Map.Entry<String, JsonNode> input : Catalog.inputs(description).entrySet()) {
            JsonNode value = given.get(input.getKey());
            if (value == null) {
                missing(description, input.getKey()).ifPresent(errors::add);
            } else if (value.isArray()) {
                valid &= checkLink(input.getKey(), input.getValue(), value, errors);
            } else {
                inputs.check(nodes.path(node).path("class_type").asText(), input.getKey(), input.getValue(), value)
                        .ifPresent(errors::add);
            }
        }
        path.remove(node);
        Checked result = new Checked(valid && errors.isEmpty(), errors);
        checked.put(node, result);
        return result;
    }

    private static Optional<ObjectNode> missing(ObjectNode description, String input) {
        if (!description.path("input").path("required").has(input)) {
            return Optional.empty();
        }
        ObjectNode problem = InputCheck.problem("required_input_missing", "Required input is missing", input);
        InputCheck.extra(problem).put("input_name", input);
        return Optional.of(problem);
    }

    private boolean checkLink(String input, JsonNode config, JsonNode link, List<ObjectNode> errors) {
        if (link.size() != 2) {
            ObjectNode problem = InputCheck.problem(
                    "bad_linked_input", "Bad linked input, must be a length-2 list of [node_id, slot_index]", input);
            InputCheck.extra(problem).put("input_name", input).set("input_config", config);
            InputCheck.extra(problem).set("received_value", link);
            errors.add(problem);
            return true;
        }
        String source = link.get(0).asText();
        JsonNode types = description(source).path("output");
        if (!link.get(1).isInt() || !types.has(link.get(1).asInt())) {
            throw new Thrown("IndexError", "tuple index out of range");
        }
        String received = types.get(link.get(1).asInt()).asText();
        if (!InputCheck.fits(received, config.path(0))) {
            errors.add(mismatch(input, config, received, link));
            return true;
        }
        try {
            return check(source).valid;
        } catch (Thrown e) {
            path.remove(source);
            ObjectNode problem = InputCheck.problem(
                    "exception_during_inner_validation", "Exception when validating inner node", e.text());
            InputCheck.extra(problem).put("input_name", input).set("input_config", config);
            InputCheck.extra(problem).put("exception_message", e.text()).put("exception_type", e.type);
            InputCheck.extra(problem).putArray("traceback");
            InputCheck.extra(problem).set("linked_node", link);
            checked.put(source, new Checked(false, List.of(problem)));
            return false;
        }
    }

    private static ObjectNode mismatch(String input, JsonNode config, String received, JsonNode link) {
        String wanted = config.path(0).isArray()
                ? config.path(0).toString()
                : config.path(0).asText();
        ObjectNode problem = InputCheck.problem(
                "return_type_mismatch",
                "Return type mismatch between linked nodes",
                input + ", received_type(" + received + ") mismatch input_type(" + wanted + ")");
        InputCheck.extra(problem).put("input_name", input).set("input_config", config);
        InputCheck.extra(problem).put("received_type", received).set("linked_node", link);
        return problem;
    }
}
