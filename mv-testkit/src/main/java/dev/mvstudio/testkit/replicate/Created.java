package dev.mvstudio.testkit.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A prediction that was ordered and accepted, whether or not the caller came to know of it.
 *
 * @param id the prediction's
 * @param at when
 * @param path how it was ordered, without the base: {@code /models/google/veo-3.1/predictions}
 * @param model {@code owner/name}
 * @param input as it came
 * @param prefer the header {@code Prefer}
 * @param cancelAfter the header {@code Cancel-After}
 * @param webhook where its events shall go
 */
public record Created(
        String id,
        Instant at,
        String path,
        String model,
        JsonNode input,
        Optional<String> prefer,
        Optional<String> cancelAfter,
        Optional<String> webhook) {
    /** The input of this name as text; empty when there is none. */
    public String input(String name) {
        return input.path(name).asText();
    }
}
