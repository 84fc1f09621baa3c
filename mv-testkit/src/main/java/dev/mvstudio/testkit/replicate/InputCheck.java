package dev.mvstudio.testkit.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Compares an input with the schema of its model, and finds the words that Replicate's own validator uses. */
final class InputCheck {
    /** The official clients inline up to this much. */
    private static final int MOST_INLINE = 10_000_000;

    private final Violations violations;
    private final Predicate<URI> reachable;
    private long inline;

    /**
     * One for one input.
     *
     * @param reachable whether the file behind a URI can be had, as far as this is ours to tell
     */
    InputCheck(Violations violations, Predicate<URI> reachable) {
        this.violations = violations;
        this.reachable = reachable;
    }

    void check(JsonNode schema, JsonNode input) {
        for (JsonNode required : schema.get("required")) {
            if (!input.has(required.asText())) {
                violations.add("required", "input", required.asText() + " is required");
            }
        }
        for (Map.Entry<String, JsonNode> member : input.properties()) {
            JsonNode property = schema.get("properties").get(member.getKey());
            if (property == null) {
                violations.add(
                        "additional_property_not_allowed",
                        "input",
                        "Additional property " + member.getKey() + " is not allowed");
            } else if (!(member.getValue().isNull() && property.path("nullable").asBoolean())) {
                value("input." + member.getKey(), member.getKey(), property, member.getValue());
            }
        }
        if (inline > MOST_INLINE) {
            violations.add("string_lte", "input", "Inlined files must be 10MB or less in total");
        }
    }

    private void value(String field, String name, JsonNode schema, JsonNode value) {
        String expected = schema.get("type").asText();
        String given = typeOf(value);
        if (!expected.equals(given) && !(expected.equals("number") && given.equals("integer"))) {
            violations.add("invalid_type", field, "Invalid type. Expected: " + expected + ", given: " + given);
            return;
        }
        choice(field, name, schema, value);
        range(field, schema, value);
        if (schema.path("format").asText().equals("uri")) {
            uri(field, value.asText());
        }
        if (value.isArray()) {
            items(field, name, schema, value);
        }
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case NULL -> "null";
            case NUMBER ->
                value.isIntegralNumber() || value.doubleValue() == Math.rint(value.doubleValue())
                        ? "integer"
                        : "number";
            default -> "object";
        };
    }

    private void choice(String field, String name, JsonNode schema, JsonNode value) {
        List<String> allowed = new ArrayList<>();
        for (JsonNode choice : schema.path("enum")) {
            if (choice.isNumber() ? choice.decimalValue().compareTo(value.decimalValue()) == 0 : choice.equals(value)) {
                return;
            }
            allowed.add(choice.toString());
        }
        if (!allowed.isEmpty()) {
            violations.add("enum", field, name + " must be one of the following: " + String.join(", ", allowed));
        }
    }

    private void range(String field, JsonNode schema, JsonNode value) {
        if (schema.has("minimum") && value.asDouble() < schema.get("minimum").asDouble()) {
            violations.add("number_gte", field, "Must be greater than or equal to " + schema.get("minimum"));
        }
        if (schema.has("maximum") && value.asDouble() > schema.get("maximum").asDouble()) {
            violations.add("number_lte", field, "Must be less than or equal to " + schema.get("maximum"));
        }
    }

    private void items(String field, String name, JsonNode schema, JsonNode value) {
        if (schema.has("maxItems") && value.size() > schema.get("maxItems").asInt()) {
            violations.add("array_max_items", field, "Array must have at most " + schema.get("maxItems") + " items");
        }
        for (int i = 0; i < value.size(); i++) {
            value(field + "." + i, name, schema.get("items"), value.get(i));
        }
    }

    private void uri(String field, String text) {
        if (text.startsWith("data:")) {
            inline += text.length();
            if (!text.matches("(?s)data:[\\w.+-]+/[\\w.+-]+;base64,[A-Za-z0-9+/]+={0,2}")) {
                violations.add("format", field, "Does not match format 'uri'");
            }
            return;
        }
        try {
            URI uri = new URI(text);
            if (!uri.isAbsolute() || uri.getHost() == null) {
                violations.add("format", field, "Does not match format 'uri'");
            } else if (!reachable.test(uri)) {
                violations.add("file_not_found", field, "File not found: " + text);
            }
        } catch (URISyntaxException e) {
            violations.add("format", field, "Does not match format 'uri'");
        }
    }
}
