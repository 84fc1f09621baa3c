package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An order that was accepted, whether or not the caller came to know of it.
 *
 * @param call what kind of order
 * @param at when
 * @param id of the operation or the interaction; empty when the answer comes at once
 * @param model without {@code models/}
 * @param prompt all text that comes from the user, a line for each part
 * @param body as it came, names without underscores where the API knows both
 */
public record Asked(Call call, Instant at, String id, String model, String prompt, JsonNode body) {
    /** What stands in the body there, as text; empty when nothing does. */
    public String at(String pointer) {
        return body.at(pointer).asText();
    }

    /** A parameter of an order to Imagen or Veo, as text; empty when there is none. */
    public String parameter(String name) {
        return at("/parameters/" + name);
    }
}
