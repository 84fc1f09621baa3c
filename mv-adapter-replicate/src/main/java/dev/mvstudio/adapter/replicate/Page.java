package dev.mvstudio.adapter.replicate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mvstudio.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of predictions.
 *
 * @param next where it goes on; null at its end
 */
record Page(List<Prediction> predictions, @Nullable String next) {
    private static final String DATA = "data:";

    /** Reads one after the other: with pictures in their inputs, a hundred predictions are too large to be held at once. */
    static Page read(InputStream body) throws IOException {
        List<Prediction> predictions = null;
        String next = null;
        try (JsonParser parser = Json.READER.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("results") && value == JsonToken.START_ARRAY) {
                    predictions = predictions(parser);
                } else if (name.equals("next")) {
                    next = parser.getValueAsString();
                } else {
                    parser.skipChildren();
                }
            }
        }
        if (predictions == null) {
            throw new OddAnswerException("the answer is no list of predictions");
        }
        return new Page(predictions, next);
    }

    private static List<Prediction> predictions(JsonParser parser) throws IOException {
        List<Prediction> predictions = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            predictions.add(Prediction.of(slim(Json.READER.readTree(parser))));
        }
        return List.copyOf(predictions);
    }

    private static JsonNode slim(JsonNode node) {
        if (node instanceof ObjectNode prediction) {
            prediction.remove(List.of("logs", "output", "metrics"));
            prediction.replace("input", withoutFiles(prediction.path("input")));
        }
        return node;
    }

    /** Of a file that is a part of an input, only that it is one. */
    private static JsonNode withoutFiles(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> entry.setValue(withoutFiles(entry.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withoutFiles(array.get(i)));
            }
        } else if (node.isTextual() && node.textValue().startsWith(DATA)) {
            return TextNode.valueOf(DATA);
        }
        return node;
    }
}
