package dev.mvstudio.adapter.replicate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads and writes JSON. */
final class Json {
    /** Made when it is first used, which is not when the server starts. What it reads from stays open. */
    static final ObjectMapper MAPPER = new ObjectMapper(
            JsonFactory.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build());

    private Json() {}

    /** The text of a member; empty when it is missing or no text. */
    static String text(JsonNode json, String name) {
        return json.path(name).isTextual() ? json.path(name).textValue() : "";
    }
}
