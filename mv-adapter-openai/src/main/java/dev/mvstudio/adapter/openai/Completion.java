package dev.mvstudio.adapter.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The answer of a model: OpenAI's chat completion. Of several choices the first one counts; only one is asked for.
 *
 * @param text what the model wrote; may be empty
 * @param finishReason why it stopped: {@code stop}, {@code length}, {@code content_filter}, or what else servers say
 * @param refusal why it will not write; empty when it does
 */
record Completion(String text, String finishReason, String refusal) {
    /** Reads one; the choice is there. */
    static Completion of(JsonNode body) {
        JsonNode choice = body.at("/choices/0");
        JsonNode message = choice.path("message");
        return new Completion(
                text(message.path("content")),
                choice.path("finish_reason").asText(),
                message.path("refusal").isTextual()
                        ? message.path("refusal").asText().strip()
                        : "");
    }

    /** Usually a text; some servers pass on the parts that models think in. */
    private static String text(JsonNode content) {
        if (content.isTextual()) {
            return content.asText();
        }
        return StreamSupport.stream(content.spliterator(), false)
                .filter(part -> part.path("type").asText().equals("text"))
                .map(part -> part.path("text").asText())
                .collect(Collectors.joining());
    }

    boolean isForbidden() {
        return finishReason.equals("content_filter") || !refusal.isEmpty();
    }

    boolean isCutOff() {
        return finishReason.equals("length");
    }
}
