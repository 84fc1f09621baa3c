package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mvstudio.testkit.wire.Json;
import dev.mvstudio.testkit.wire.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How a model answers at once: what becomes of the answer that it would have given properly. All but the last group are
 * for {@link Call#CONTENT}.
 */
@FunctionalInterface
public interface Reply {
    /** The answer, made of the proper one, which may be changed. */
    ObjectNode to(ObjectNode proper);

    /** What was asked for. */
    static Reply proper() {
        return proper -> proper;
    }

    // Text.

    /** This text, whatever was asked for. */
    static Reply text(String text) {
        return rewritten(proper -> text);
    }

    /** The text, as this makes it of the proper one. */
    static Reply rewritten(UnaryOperator<String> change) {
        return proper -> {
            ArrayNode parts = Answers.parts(proper);
            String text = change.apply(Answers.text(proper));
            parts.removeAll();
            parts.addObject().put("text", text);
            return proper;
        };
    }

    /** The JSON in the text, as this makes it of the proper one. */
    static Reply changed(UnaryOperator<JsonNode> change) {
        return rewritten(text -> {
            try {
                return change.apply(Json.read(text)).toString();
            } catch (IOException e) {
                throw new UncheckedIOException("the answer is no JSON, so nothing can be changed in it", e);
            }
        });
    }

    /** So many items in the first list: fewer or more than were asked for. */
    static Reply items(int count) {
        return changed(json -> {
            ArrayNode list = Answers.list(json);
            while (list.size() > count) {
                list.remove(list.size() - 1);
            }
            while (list.size() < count) {
                list.add(list.get(list.size() - 1).deepCopy());
            }
            return json;
        });
    }

    /** An item of the first list has no member of this name. */
    static Reply without(int item, String member) {
        return changed(json -> {
            ((ObjectNode) Answers.list(json).get(item)).remove(member);
            return json;
        });
    }

    /** An item of the first list has this as its member: something blank, or far too long. */
    static Reply with(int item, String member, String value) {
        return changed(json -> {
            ((ObjectNode) Answers.list(json).get(item)).set(member, TextNode.valueOf(value));
            return json;
        });
    }

    /** The text in a fence, as in Markdown. */
    static Reply fenced() {
        return rewritten(text -> "```json\n" + text + "\n```");
    }

    /** The text between friendly words. */
    static Reply chatty() {
        return rewritten(
                text -> "Sure! Here is what you asked for:\n\n" + text + "\n\nLet me know if {anything} is missing.");
    }

    /** The text in so many parts. */
    static Reply inPieces(int pieces) {
        return proper -> {
            String text = Answers.text(proper);
            ArrayNode parts = Answers.parts(proper);
            parts.removeAll();
            for (int i = 0; i < pieces; i++) {
                parts.addObject()
                        .put("text", text.substring(text.length() * i / pieces, text.length() * (i + 1) / pieces));
            }
            return proper;
        };
    }

    /** Thoughts first, which are no part of the answer; of a picture, also a draft. */
    static Reply thinking() {
        return proper -> {
            ArrayNode parts = Answers.parts(proper);
            parts.insertObject(0)
                    .put("text", "**Planning**\n\nI need [1, 2] {things}.")
                    .put("thought", true);
            if (!parts.findParents("inlineData").isEmpty()) {
                parts.insert(
                        1,
                        Answers.picture("image/png", Pictures.draw("png", "1:1", 1))
                                .put("thought", true));
            }
            ((ObjectNode) parts.get(parts.size() - 1)).put("thoughtSignature", "EhgKFg==");
            return proper;
        };
    }

    // The end of the answer.

    /** No more tokens were allowed: half of the text. */
    static Reply cutShort() {
        return proper -> ended("MAX_TOKENS")
                .to(rewritten(t -> t.substring(0, t.length() / 2)).to(proper));
    }

    /** All tokens went into thoughts: no text at all. */
    static Reply starved() {
        return proper -> {
            Answers.content(proper).remove("parts");
            ((ObjectNode) proper.get("usageMetadata"))
                    .put("thoughtsTokenCount", 8192)
                    .remove("candidatesTokenCount");
            return ended("MAX_TOKENS").to(proper);
        };
    }

    /** With the proper content, and this as {@code finishReason}, known or not. */
    static Reply ended(String finishReason) {
        return proper -> {
            Answers.candidate(proper).put("finishReason", finishReason);
            return proper;
        };
    }

    /** The answer is held back, for such a {@code finishReason}, known or not: there is no content. */
    static Reply blocked(String finishReason) {
        return proper -> {
            ObjectNode candidate = Answers.candidate(proper);
            candidate.remove("content");
            candidate.put("finishReason", finishReason).put("finishMessage", "Held back: " + finishReason);
            return proper;
        };
    }

    /** It would have repeated what somebody else wrote. */
    static Reply recitation() {
        return blocked("RECITATION");
    }

    /** The prompt is not answered, for such a {@code blockReason}, known or not: there are no candidates. */
    static Reply promptBlocked(String blockReason) {
        return proper -> {
            proper.remove("candidates");
            ((ObjectNode) proper.get("usageMetadata")).remove("candidatesTokenCount");
            proper.putObject("promptFeedback").put("blockReason", blockReason);
            return proper;
        };
    }

    /** Nothing: neither candidates nor a reason. */
    static Reply nothing() {
        return proper -> {
            proper.remove(List.of("candidates", "predictions"));
            return proper;
        };
    }

    // Pictures.

    /** A picture in this format, whatever is usual: png or jpg. */
    static Reply drawnAs(String format) {
        return Answers.repainted(mimeType -> Answers.mimeType(format), format);
    }

    /** A picture in this format, and yet called what is usual. */
    static Reply lying(String format) {
        return Answers.repainted(UnaryOperator.identity(), format);
    }

    /** Bytes that are no picture. */
    static Reply brokenPicture() {
        return proper -> {
            for (JsonNode data : proper.findParents("data")) {
                ((ObjectNode) data).put("data", Base64.getEncoder().encodeToString(new byte[] {1, 2, 3}));
            }
            return proper;
        };
    }

    /** Words, and no picture. */
    static Reply wordsOnly(String text) {
        return proper -> {
            ArrayNode parts = Answers.parts(proper);
            parts.removeAll();
            parts.addObject().put("text", text);
            return proper;
        };
    }

    /** No picture came about. */
    static Reply noImage() {
        return blocked("NO_IMAGE");
    }

    /** The picture is held back for what it shows. */
    static Reply imageSafety() {
        return blocked("IMAGE_SAFETY");
    }

    // For predict.

    /** No picture, but why, where the caller asked for reasons; else nothing. */
    static Reply filtered(String reason) {
        return proper -> {
            List<JsonNode> predictions = new ArrayList<>();
            proper.path("predictions").forEach(predictions::add);
            ArrayNode shown = proper.putArray("predictions");
            predictions.forEach(p -> shown.addObject().put("raiFilteredReason", reason));
            return proper;
        };
    }
}
