package dev.mvstudio.adapter.replicate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of predictions.
 *
 * @param next where it goes on; null at its end
 */
record Page(List<Prediction> predictions, @Nullable String next) {
    /** What is longer is a file that was given as text. */
    private static final int LONGEST_TEXT = 20_000;

    /** Reads one after the other: with pictures in their inputs, a hundred predictions are too large to be held at once. */
    static Page read(InputStream body) throws IOException {
        List<Prediction> predictions = new ArrayList<>();
        Optional<String> next = Optional.empty();
        boolean listed = false;
        try (JsonParser parser = Json.MAPPER.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new OddAnswerException("the answer is no list of predictions");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("results") && value == JsonToken.START_ARRAY) {
                    listed = true;
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        predictions.add(Prediction.of(slim(Json.MAPPER.readTree(parser))));
                    }
                } else if (name.equals("next")) {
                    next = Optional.ofNullable(parser.getValueAsString());
                } else {
                    parser.skipChildren();
                }
            }
        }
        if (!listed) {
            throw new OddAnswerException("the answer is no list of predictions");
        }
        return new Page(List.copyOf(predictions), next.orElse(null));
    }

    private static JsonNode slim(JsonNode node) {
        if (node instanceof ObjectNode prediction) {
            prediction.remove(List.of("logs", "output", "metrics"));
            cut(prediction.path("input"));
        }
        return node;
    }

    /** Of a file in an input, what it is: the beginning. */
    private static void cut(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> {
                JsonNode value = entry.getValue();
                cut(value);
                if (value.isTextual() && value.textValue().length() > LONGEST_TEXT) {
                    entry.setValue(object.textNode(value.textValue().substring(0, LONGEST_TEXT)));
                }
            });
        } else {
            node.forEach(Page::cut);
        }
    }
}
