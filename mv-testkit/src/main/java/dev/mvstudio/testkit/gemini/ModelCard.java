package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A model, and what it takes.
 *
 * @param name without {@code models/}
 * @param rules {@code methods}, and lists of what is allowed
 */
record ModelCard(String name, JsonNode rules) {
    boolean can(String method) {
        return allowed("methods").contains(method);
    }

    /** Whether it is text, image or video. */
    String gives() {
        return rules.get("gives").asText();
    }

    /** What is allowed for this; {@code person/text} leads to the inside. */
    List<String> allowed(String what) {
        List<String> all = new ArrayList<>();
        rules.at("/" + what).forEach(v -> all.add(v.asText()));
        return all;
    }

    int number(String what) {
        return rules.path(what).asInt();
    }

    String mimeType() {
        return rules.path("mimeType").asText();
    }

    ObjectNode show() {
        ObjectNode shown = Json.object();
        shown.put("name", "models/" + name).put("version", "001").put("displayName", name);
        shown.put("inputTokenLimit", 1_048_576).put("outputTokenLimit", 65_536);
        shown.set("supportedGenerationMethods", rules.get("methods"));
        return shown;
    }
}
