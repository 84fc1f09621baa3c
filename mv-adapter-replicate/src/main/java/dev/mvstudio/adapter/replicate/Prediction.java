package dev.mvstudio.adapter.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.wire.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Replicate calls a generation, as far as it is used here.
 *
 * @param version {@code hidden} for official models
 * @param input what it was given; missing once it was removed
 * @param output null until it is there, and once it was removed
 * @param error text when it failed
 * @param deadline when Replicate stops it, whatever it has done by then
 * @param webhook where notices of it go; null for nowhere
 */
record Prediction(
        String id,
        String status,
        String model,
        String version,
        @Nullable String deployment,
        JsonNode input,
        JsonNode output,
        String error,
        boolean dataRemoved,
        @Nullable Instant createdAt,
        @Nullable Instant completedAt,
        @Nullable Instant deadline,
        @Nullable String webhook) {
    static final String SUCCEEDED = "succeeded";
    static final String FAILED = "failed";
    static final String CANCELED = "canceled";
    static final String ABORTED = "aborted";

    private static final Set<String> FINAL = Set.of(SUCCEEDED, FAILED, CANCELED, ABORTED);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** @throws OddAnswerException when this is no prediction */
    static Prediction of(JsonNode json) throws OddAnswerException {
        String id = Json.text(json, "id");
        String status = Json.text(json, "status");
        if (!isId(id) || status.isEmpty()) {
            throw new OddAnswerException("the answer is no prediction");
        }
        return new Prediction(
                id,
                status,
                Json.text(json, "model"),
                Json.text(json, "version"),
                text(json, "deployment"),
                json.path("input"),
                json.path("output"),
                json.path("error").isNull() ? "" : json.path("error").asText(),
                json.path("data_removed").asBoolean(),
                instant(json, "created_at"),
                instant(json, "completed_at"),
                instant(json, "deadline"),
                text(json, "webhook"));
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.path(name).isTextual() ? json.path(name).asText() : null;
    }

    /** Null for what is missing or no time. */
    private static @Nullable Instant instant(JsonNode json, String name) {
        String text = text(json, name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    boolean isFinal() {
        return FINAL.contains(status);
    }

    boolean cameToNothing() {
        return isFinal() && !status.equals(SUCCEEDED);
    }

    boolean hasOutput() {
        return !output.isNull() && !output.isMissingNode();
    }

    /** Whether Replicate stopped it because its time was over. A second is nothing. */
    boolean ranOutOfTime(Instant now) {
        return deadline != null && !(completedAt == null ? now : completedAt).isBefore(deadline.minusSeconds(1));
    }
}
