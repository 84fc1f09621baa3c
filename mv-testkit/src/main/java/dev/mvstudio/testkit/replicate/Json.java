package dev.mvstudio.testkit.replicate;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Reads and writes JSON. */
final class Json {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode read(String text) throws IOException {
        return JSON.readTree(text);
    }

    static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    /** A resource beside this class. */
    static JsonNode resource(String name) {
        try {
            return JSON.readTree(bytesOf(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A resource beside this class, or with a whole path. */
    static byte[] bytesOf(String name) {
        try (InputStream resource = Objects.requireNonNull(Json.class.getResourceAsStream(name), name)) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
