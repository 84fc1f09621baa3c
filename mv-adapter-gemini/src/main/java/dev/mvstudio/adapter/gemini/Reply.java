package dev.mvstudio.adapter.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code generateContent} answered: its first candidate, without what the model thought. Google adds reasons to both
 * of its lists of them, so none that is unknown is an error by itself.
 *
 * @param parts texts and pictures; empty when there are none
 * @param finishReason why the model stopped; empty when it does not say
 */
record Reply(List<JsonNode> parts, String finishReason) {
    private static final Set<String> FORBIDDEN = Set.of(
            "SAFETY",
            "RECITATION",
            "BLOCKLIST",
            "PROHIBITED_CONTENT",
            "SPII",
            "IMAGE_SAFETY",
            "IMAGE_PROHIBITED_CONTENT",
            "IMAGE_RECITATION");

    /**
     * Reads one.
     *
     * @throws ProviderException when the prompt or the answer was held back, or there is no candidate
     */
    static Reply of(JsonNode body, Call call, Refusals refusals) {
        JsonNode candidate = body.path("candidates").path(0);
        if (!candidate.isObject()) {
            String blocked = Json.text(body.path("promptFeedback"), "blockReason");
            throw blocked.isEmpty()
                    ? refusals.exception(
                            ErrorCode.INVALID_PROVIDER_RESPONSE,
                            call.doing() + ": the answer has no candidate, and gives no reason")
                    : refusals.exception(
                            ErrorCode.CONTENT_POLICY_VIOLATION,
                            "Google refused the prompt (" + Quotes.quoted(blocked) + ")"
                                    + Quotes.said(Json.text(body.path("promptFeedback"), "blockReasonMessage")));
        }
        String reason = Json.text(candidate, "finishReason");
        if (FORBIDDEN.contains(reason)) {
            throw refusals.exception(
                    ErrorCode.CONTENT_POLICY_VIOLATION,
                    "Google held back what the model made (" + reason + ")"
                            + Quotes.said(Json.text(candidate, "finishMessage")));
        }
        List<JsonNode> parts = new ArrayList<>();
        for (JsonNode part : candidate.path("content").path("parts")) {
            if (!part.path("thought").asBoolean()) {
                parts.add(part);
            }
        }
        return new Reply(parts, reason);
    }

    String text() {
        return parts.stream().map(part -> Json.text(part, "text")).collect(Collectors.joining());
    }

    boolean isCutOff() {
        return finishReason.equals("MAX_TOKENS");
    }
}
