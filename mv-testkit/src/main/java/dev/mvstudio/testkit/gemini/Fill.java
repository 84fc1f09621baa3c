package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mvstudio.testkit.wire.Json;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes up JSON that fits a schema: of the API's own kind, or JSON Schema. */
final class Fill {
    private static final Pattern WANTED = Pattern.compile("(?i)\\b(\\d{1,3})\\s+(?:[\\w-]+\\s+){0,2}scenes?\\b");
    private static final int USUAL = 3;

    private final JsonNode root;
    private final int wanted;

    private Fill(JsonNode root, int wanted) {
        this.root = root;
        this.wanted = wanted;
    }

    /**
     * JSON that fits.
     *
     * @param prompt of which the first "12 scenes" or the like tells how long lists are that may have any length
     */
    static JsonNode in(JsonNode schema, String prompt) {
        Matcher number = WANTED.matcher(prompt);
        return new Fill(schema, number.find() ? Integer.parseInt(number.group(1)) : USUAL).value(schema, "value", 1);
    }

    private JsonNode value(JsonNode given, String name, int index) {
        JsonNode schema = resolved(given);
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, index);
            case "array" -> array(schema, name);
            case "integer", "number" -> number(schema, index);
            case "boolean" -> BooleanNode.TRUE;
            case "null" -> NullNode.getInstance();
            default -> text(schema, name, index);
        };
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (reference.startsWith("#/")) {
            return root.at(reference.substring(1));
        }
        return schema.has("anyOf") ? resolved(schema.get("anyOf").get(0)) : schema;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        String name = (type.isArray() ? type.get(0) : type).asText().toLowerCase(Locale.ROOT);
        return name.isEmpty() && schema.has("properties") ? "object" : name;
    }

    private ObjectNode object(JsonNode schema, int index) {
        ObjectNode made = Json.object();
        for (Map.Entry<String, JsonNode> p : schema.path("properties").properties()) {
            made.set(p.getKey(), value(p.getValue(), p.getKey(), index));
        }
        return made;
    }

    private ArrayNode array(JsonNode schema, String name) {
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
        int length = Math.max(least, Math.min(most, least > 0 ? least : wanted));
        ArrayNode made = Json.object().arrayNode();
        for (int i = 1; i <= length; i++) {
            made.add(value(schema.path("items"), name, i));
        }
        return made;
    }

    private static NumericNode number(JsonNode schema, int index) {
        double least = schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY);
        double most = schema.path("maximum").asDouble(Double.POSITIVE_INFINITY);
        return Json.object().numberNode((long) Math.max(least, Math.min(most, index)));
    }

    private static TextNode text(JsonNode schema, String name, int index) {
        StringBuilder text =
                new StringBuilder("This is the " + name.replace('_', ' ') + " of number " + index + ", made up.");
        while (text.length() < schema.path("minLength").asInt(0)) {
            text.append(" And more.");
        }
        text.setLength(Math.min(text.length(), schema.path("maxLength").asInt(Integer.MAX_VALUE)));
        return TextNode.valueOf(text.toString());
    }
}
