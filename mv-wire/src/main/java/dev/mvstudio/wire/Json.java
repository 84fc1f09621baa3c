package dev.mvstudio.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads and writes JSON. */
public final class Json {
    /** In characters: texts may be as long as pictures and clips are. How much is read is bounded by {@link Answer}. */
    private static final int LONGEST_TEXT = 128 << 20;

    /** Made when it is first used, which is not when the server starts. */
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build());

    /** Reads what {@link #read} does not: streams, parts, and JSON that must be some. What it reads from stays open. */
    public static final ObjectReader READER = MAPPER.reader();

    private Json() {}

    /**
     * Writes a value.
     *
     * @param value maps, lists, words and numbers
     */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("maps of words and numbers are always JSON", e);
        }
    }

    /**
     * The same as a tree.
     *
     * @param value maps, lists, words and numbers
     */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Missing when it is none. */
    public static JsonNode read(byte[] bytes) {
        try {
            return READER.readTree(bytes);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** The text of a member; empty when it is missing or no text. */
    public static String text(JsonNode json, String name) {
        return json.path(name).isTextual() ? json.path(name).textValue() : "";
    }
}
