package dev.mvstudio.testkit.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads and writes JSON; resources are those beside this class. */
final class Json {
    private Json() {}

    static ObjectNode object() {
        return dev.mvstudio.testkit.wire.Json.object();
    }

    static JsonNode read(String text) throws IOException {
        return dev.mvstudio.testkit.wire.Json.read(text);
    }

    static JsonNode tree(Object value) {
        return dev.mvstudio.testkit.wire.Json.tree(value);
    }

    static JsonNode resource(String name) {
        return dev.mvstudio.testkit.wire.Json.resource(Json.class, name);
    }

    static byte[] bytesOf(String name) {
        return dev.mvstudio.testkit.wire.Json.bytesOf(Json.class, name);
    }
}
