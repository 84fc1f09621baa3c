package dev.mvstudio.testkit.wire;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Reads and writes JSON. */
public final class Json {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    public static JsonNode read(String text) throws IOException {
        return JSON.readTree(text);
    }

    public static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    /** A resource beside a class. */
    public static JsonNode resource(Class<?> beside, String name) {
        try {
            return JSON.readTree(bytesOf(beside, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A resource beside a class, or with a whole path. */
    public static byte[] bytesOf(Class<?> beside, String name) {
        try (InputStream resource = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
