package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import dev.mvstudio.testkit.wire.Pictures;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** The inside of what {@code generateContent} answers. */
final class Answers {
    private Answers() {}

    static ObjectNode candidate(ObjectNode answer) {
        return (ObjectNode) answer.at("/candidates/0");
    }

    static ObjectNode content(ObjectNode answer) {
        return (ObjectNode) answer.at("/candidates/0/content");
    }

    static ArrayNode parts(ObjectNode answer) {
        return (ArrayNode) answer.at("/candidates/0/content/parts");
    }

    static String text(ObjectNode answer) {
        StringBuilder text = new StringBuilder();
        parts(answer).forEach(part -> text.append(part.path("text").asText()));
        return text.toString();
    }

    /** The first list in it, at the top or one level below. */
    static ArrayNode list(JsonNode json) {
        if (json instanceof ArrayNode list) {
            return list;
        }
        for (JsonNode member : json) {
            if (member instanceof ArrayNode list) {
                return list;
            }
        }
        throw new IllegalStateException("there is no list in " + json);
    }

    static ObjectNode picture(String mimeType, byte[] bytes) {
        ObjectNode part = Json.object();
        part.putObject("inlineData")
                .put("mimeType", mimeType)
                .put("data", Base64.getEncoder().encodeToString(bytes));
        return part;
    }

    static String mimeType(String format) {
        return format.equals("png") ? "image/png" : "image/jpeg";
    }

    /** png or jpg. */
    static String format(String mimeType) {
        return mimeType.equals("image/png") ? "png" : "jpg";
    }

    /** Draws the pictures of an answer anew. */
    static Reply repainted(UnaryOperator<String> mimeType, String format) {
        return proper -> {
            String drawn = Base64.getEncoder().encodeToString(Pictures.draw(format, "1:1", 7));
            for (JsonNode picture : proper.findParents("mimeType")) {
                ObjectNode blob = (ObjectNode) picture;
                blob.put("mimeType", mimeType.apply(blob.path("mimeType").asText()));
                blob.put(blob.has("data") ? "data" : "bytesBase64Encoded", drawn);
            }
            return proper;
        };
    }
}
