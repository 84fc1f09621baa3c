package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which members a request may have, and of which type: as a parser of protocol buffers sees it. What {@code null} stands
 * for is not there; names may also be written with underscores.
 */
final class Shapes {
    private static final JsonNode ALL = Json.resource(Shapes.class, "shapes.json");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]*={0,2}");

    private final List<String> fields = new ArrayList<>();
    private final List<String> descriptions = new ArrayList<>();

    private Shapes() {}

    /** The request of this kind, its names without underscores; or it is refused with all that is wrong. */
    static ObjectNode read(String kind, String body) {
        Shapes shapes = new Shapes();
        ObjectNode read = shapes.object(ALL.get(kind), parsed(body), "");
        if (!shapes.fields.isEmpty()) {
            throw new Refused(Problem.invalid(String.join("\n", shapes.descriptions))
                    .withViolations(shapes.fields, shapes.descriptions));
        }
        return read;
    }

    /** A request with names as they are, in the Interactions API's own kind of refusal. */
    static ObjectNode readInteraction(String kind, JsonNode body) {
        Shapes shapes = new Shapes();
        ObjectNode read = body instanceof ObjectNode object
                ? shapes.object(ALL.get(kind), object, "")
                : Json.object().put("type", "");
        if (!shapes.fields.isEmpty() || read.path("type").asText("-").isEmpty()) {
            throw Refused.interaction(
                    400,
                    "invalid_request",
                    shapes.descriptions.isEmpty() ? "Not an object." : String.join("\n", shapes.descriptions));
        }
        return read;
    }

    static ObjectNode parsed(String body) {
        try {
            if (Json.read(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw Refused.invalid("Invalid JSON payload received. " + e.getMessage());
        }
        throw Refused.invalid("Invalid JSON payload received. Root element must be a message.");
    }

    private ObjectNode object(JsonNode shape, ObjectNode given, String path) {
        ObjectNode read = Json.object();
        for (Map.Entry<String, JsonNode> member : given.properties()) {
            String name = shape.has(member.getKey()) ? member.getKey() : camel(member.getKey());
            if (!shape.has(name)) {
                add(
                        path,
                        "Invalid JSON payload received. Unknown name \"" + member.getKey() + "\""
                                + (path.isEmpty() ? "" : " at '" + path + "'") + ": Cannot find field.");
            } else if (!member.getValue().isNull()) {
                String below = (path.isEmpty() ? "" : path + ".") + snake(name);
                read.set(name, value(shape.get(name).asText(), member.getValue(), below));
            }
        }
        return read;
    }

    private JsonNode value(String type, JsonNode given, String path) {
        if (type.endsWith("[]")) {
            return items(type.substring(0, type.length() - 2), given, path);
        }
        if (type.endsWith("{}")) {
            return named(type.substring(0, type.length() - 2), given, path);
        }
        if (type.startsWith("enum ")) {
            return checked(Set.of(type.split(" ")).contains(given.asText()), "enum", given, path);
        }
        return switch (type) {
            case "any" -> given;
            case "string" -> checked(given.isTextual(), "TYPE_STRING", given, path);
            case "boolean" -> checked(given.isBoolean(), "TYPE_BOOL", given, path);
            case "bytes" ->
                checked(given.isTextual() && BASE64.matcher(given.asText()).matches(), "TYPE_BYTES", given, path);
            case "number" -> checked(given.isNumber() || isNumber(given.asText("")), "TYPE_FLOAT", given, path);
            case "integer" ->
                checked(
                        (given.isNumber() && given.doubleValue() == Math.rint(given.doubleValue()))
                                || given.asText("").matches("-?\\d{1,18}"),
                        "TYPE_INT32",
                        given,
                        path);
            default -> message(type, given, path);
        };
    }

    private JsonNode message(String type, JsonNode given, String path) {
        if (given instanceof ObjectNode object) {
            return object(ALL.get(type), object, path);
        }
        return checked(false, type, given, path);
    }

    private JsonNode items(String type, JsonNode given, String path) {
        if (!given.isArray()) {
            return checked(false, type, given, path);
        }
        ArrayNode read = Json.object().arrayNode();
        for (int i = 0; i < given.size(); i++) {
            read.add(value(type, given.get(i), path + "[" + i + "]"));
        }
        return read;
    }

    private JsonNode named(String type, JsonNode given, String path) {
        if (!given.isObject()) {
            return checked(false, type, given, path);
        }
        ObjectNode read = Json.object();
        int i = 0;
        for (Map.Entry<String, JsonNode> member : given.properties()) {
            read.set(member.getKey(), value(type, member.getValue(), path + "[" + i++ + "].value"));
        }
        return read;
    }

    private JsonNode checked(boolean fits, String type, JsonNode given, String path) {
        if (!fits) {
            add(path, "Invalid value at '" + path + "' (" + type + "), " + shortened(given.toString()));
        }
        return given;
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100);
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?");
    }

    private void add(String path, String description) {
        fields.add(path);
        descriptions.add(description);
    }

    private static String camel(String name) {
        return Pattern.compile("(?<=[a-z0-9])_([a-z])")
                .matcher(name)
                .replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
