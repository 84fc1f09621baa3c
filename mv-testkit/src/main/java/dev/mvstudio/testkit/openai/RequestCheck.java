package dev.mvstudio.testkit.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What OpenAI refuses of a request for a completion, and stricter: nothing that it does not know, nothing for show. */
final class RequestCheck {
    private static final Set<String> MEMBERS = Set.of("model", "messages", "response_format", "temperature", "seed");
    private static final Set<String> ROLES = Set.of("system", "user", "assistant");
    private static final Set<String> KEYWORDS =
            Set.of("type", "properties", "required", "additionalProperties", "items", "description");

    private RequestCheck() {}

    /** Why it is refused; empty when it is not. */
    static Optional<String> fault(JsonNode body) {
        if (!body.isObject()) {
            return Optional.of("We could not parse the JSON body of your request.");
        }
        return unknown("", body, MEMBERS)
                .or(() -> messages(body.path("messages")))
                .or(() -> format(body))
                .or(() -> numbers(body));
    }

    private static Optional<String> unknown(String where, JsonNode object, Set<String> known) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        names.removeAll(known);
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("Unknown parameter: '" + where + names.iterator().next() + "'.");
    }

    /** In turns, the user first and last, as the templates of some models want it. */
    private static Optional<String> messages(JsonNode messages) {
        if (!messages.isArray() || messages.size() % 2 == 0) {
            return Optional.of("Invalid 'messages': the user speaks first and last.");
        }
        for (int i = 0; i < messages.size(); i++) {
            JsonNode message = messages.get(i);
            String role = message.path("role").asText();
            if (!ROLES.contains(role) || !role.equals(i % 2 == 0 ? "user" : "assistant")) {
                return Optional.of("Invalid 'messages[" + i + "].role': '" + role + "'.");
            }
            if (!message.path("content").isTextual()
                    || message.path("content").asText().isBlank()) {
                return Optional.of("Invalid 'messages[" + i + "].content': expected a text.");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> format(JsonNode body) {
        JsonNode format = body.path("response_format");
        return switch (format.path("type").asText()) {
            case "" -> format.isMissingNode() ? Optional.empty() : Optional.of("Missing 'response_format.type'.");
            case "json_object" ->
                body.path("messages").toString().contains("JSON")
                        ? unknown("response_format.", format, Set.of("type"))
                        : Optional.of("'messages' must contain the word 'json' in some form, to use 'response_format'"
                                + " of type 'json_object'.");
            case "json_schema" -> schema(format.path("json_schema"));
            default -> Optional.of("Invalid 'response_format.type'.");
        };
    }

    private static Optional<String> schema(JsonNode format) {
        if (!format.path("name").asText().matches("[A-Za-z0-9_-]{1,64}")) {
            return Optional.of("Invalid 'response_format.json_schema.name'.");
        }
        if (!format.path("schema").path("type").asText().equals("object")) {
            return Optional.of("Invalid schema for response_format: schema must be a JSON Schema of type \"object\".");
        }
        return strict(format.path("schema"));
    }

    private static Optional<String> strict(JsonNode schema) {
        Optional<String> fault = unknown("response_format.json_schema.schema.", schema, KEYWORDS);
        if (fault.isPresent()) {
            return fault;
        }
        if (schema.path("type").asText().equals("array")) {
            return strict(schema.path("items"));
        }
        return schema.path("type").asText().equals("object") ? object(schema) : Optional.empty();
    }

    private static Optional<String> object(JsonNode schema) {
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        Set<String> properties = new TreeSet<>();
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            properties.add(field.getKey());
            Optional<String> fault = strict(field.getValue());
            if (fault.isPresent()) {
                return fault;
            }
        }
        if (schema.path("additionalProperties").asBoolean(true)) {
            return Optional.of("Invalid schema for response_format: 'additionalProperties' is required to be false.");
        }
        return required.equals(properties)
                ? Optional.empty()
                : Optional.of("Invalid schema for response_format: 'required' must include every key in properties.");
    }

    private static Optional<String> numbers(JsonNode body) {
        JsonNode temperature = body.path("temperature");
        if (!temperature.isMissingNode()
                && (!temperature.isNumber() || temperature.asDouble() < 0 || temperature.asDouble() > 2)) {
            return Optional.of("Invalid 'temperature'.");
        }
        JsonNode seed = body.path("seed");
        return seed.isMissingNode() || (seed.canConvertToLong() && seed.isIntegralNumber())
                ? Optional.empty()
                : Optional.of("Invalid 'seed'.");
    }
}
