package dev.mvstudio.adapter.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.wire.Answer;
import dev.mvstudio.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param body missing when it is no JSON
 * @param retryAfter how long the server asks to wait; null when it does not say
 */
record Exchange(int status, JsonNode body, @Nullable Duration retryAfter) {
    /** Fifty scenes of the longest descriptions, written out in the longest way, have room in it. */
    static final int LARGEST = 8 << 20;

    /** Reads a whole answer. */
    static Exchange of(Answer answer, Duration longest, Instant now) throws IOException {
        return new Exchange(
                answer.status(),
                Json.read(answer.bytes(LARGEST, longest)),
                answer.retryAfter(now).orElse(null));
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
