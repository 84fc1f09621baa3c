package dev.mvstudio.adapter.comfyui.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a server says of its nodes at {@code /object_info}: which there are, and what they take. */
public final class NodeTypes {
    private static final int LISTED = 12;

    private final Map<String, JsonNode> types;

    /** @param types what the server says of each, by class_type; missing where it has no such node */
    public NodeTypes(Map<String, JsonNode> types) {
        this.types = Map.copyOf(types);
    }

    /** Why the server cannot run a graph, each with the node; empty when it can. */
    public List<String> faults(Recipe recipe) {
        Set<Input> filled = new HashSet<>();
        recipe.slots().entrySet().stream()
                .filter(slot -> slot.getKey().isImage())
                .map(Map.Entry::getValue)
                .forEach(filled::addAll);
        List<String> faults = new ArrayList<>();
        for (String id : recipe.graph().nodes().keySet()) {
            String type = recipe.graph().type(id);
            JsonNode info = types.get(type);
            String where = "node " + id + " (" + type + ")";
            if (info == null || info.isEmpty()) {
                faults.add(where + ": that node is not installed there");
            } else {
                nodeFaults(recipe.graph(), id, info, filled).forEach(fault -> faults.add(where + ": " + fault));
            }
        }
        return faults;
    }

    private List<String> nodeFaults(Graph graph, String id, JsonNode info, Set<Input> filled) {
        List<String> faults = new ArrayList<>();
        JsonNode inputs = graph.inputs(id);
        info.path("input").path("required").fieldNames().forEachRemaining(name -> {
            if (!inputs.has(name)) {
                faults.add("it needs an input " + name);
            }
        });
        inputs.properties().forEach(own -> {
            if (!filled.contains(new Input(id, own.getKey()))) {
                JsonNode wanted = wanted(info, own.getKey());
                (Graph.isLink(own.getValue())
                                ? link(graph, own.getKey(), own.getValue(), wanted)
                                : value(graph.type(id), own.getKey(), own.getValue(), wanted))
                        .ifPresent(faults::add);
            }
        });
        return faults;
    }

    static JsonNode wanted(JsonNode info, String input) {
        JsonNode required = info.path("input").path("required").path(input);
        return required.isMissingNode() ? info.path("input").path("optional").path(input) : required;
    }

    private Optional<String> link(Graph graph, String input, JsonNode link, JsonNode wanted) {
        String source = graph.type(link.get(0).asText());
        JsonNode outputs = types.getOrDefault(source, wanted).path("output");
        if (!outputs.isArray()) {
            return Optional.empty();
        }
        JsonNode given = outputs.path(link.get(1).asInt());
        if (given.isMissingNode()) {
            return Optional.of(input + " is linked to an output that " + source + " does not have");
        }
        String type = wanted.path(0).asText();
        boolean fits = type.isEmpty()
                || type.contains("*")
                || !given.isTextual()
                || given.asText().equals("*")
                || List.of(type.split(",")).contains(given.asText())
                || !type.matches("[A-Z0-9_,]+");
        return fits
                ? Optional.empty()
                : Optional.of(input + " takes " + type + " and is linked to " + given.asText() + " of " + source);
    }

    private static Optional<String> value(String type, String input, JsonNode value, JsonNode wanted) {
        Optional<List<String>> choices = choices(wanted);
        if (choices.isPresent()) {
            List<String> known = choices.get();
            return known.contains(value.asText())
                    ? Optional.empty()
                    : Optional.of(ModelFolders.missing(type, input, value.asText()) + listed(known));
        }
        JsonNode limits = wanted.path(1);
        boolean tooSmall = value.isNumber()
                && limits.path("min").isNumber()
                && value.asDouble() < limits.path("min").asDouble();
        boolean tooLarge = value.isNumber()
                && limits.path("max").isNumber()
                && value.asDouble() > limits.path("max").asDouble();
        return tooSmall || tooLarge
                ? Optional.of(input + " is " + value.asText() + "; it is "
                        + limits.path("min").asText() + " to "
                        + limits.path("max").asText())
                : Optional.empty();
    }

    private static String listed(Collection<String> known) {
        if (known.isEmpty()) {
            return "; it has none";
        }
        String some = String.join(", ", known.stream().limit(LISTED).toList());
        return "; it has " + some + (known.size() > LISTED ? " and " + (known.size() - LISTED) + " more" : "");
    }

    /** The values that an input may have, however this version of ComfyUI writes them; empty when it takes any. */
    static Optional<List<String>> choices(JsonNode wanted) {
        JsonNode type = wanted.path(0);
        if (type.isArray()) {
            return Optional.of(texts(type, ""));
        }
        JsonNode options = wanted.path(1).path("options");
        return switch (type.asText()) {
            case "COMBO" -> options.isArray() ? Optional.of(texts(options, "")) : Optional.empty();
            case "COMFY_DYNAMICCOMBO_V3" -> options.isArray() ? Optional.of(texts(options, "key")) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static List<String> texts(JsonNode values, String member) {
        List<String> texts = new ArrayList<>();
        values.forEach(value ->
                texts.add(member.isEmpty() ? value.asText() : value.path(member).asText()));
        return texts;
    }
}
