package dev.mvstudio.testkit.replicate;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A model that can be run.
 *
 * @param name {@code owner/name}
 * @param version 64 hexadecimal digits, or {@link #HIDDEN} for an official model
 * @param gives the kind of file: {@code video} or {@code image}
 * @param many whether the output is an array
 * @param input its schema: {@code required}, {@code properties}
 */
record ModelCard(String name, String version, String gives, boolean many, JsonNode input) {
    static final String HIDDEN = "hidden";

    static ModelCard of(String name, JsonNode card) {
        return new ModelCard(
                name,
                card.path("version").asText(HIDDEN),
                card.get("kind").asText(),
                card.get("output").asText().equals("many"),
                card);
    }

    boolean isOfficial() {
        return version.equals(HIDDEN);
    }

    /** How many files it makes of such an input. */
    int outputs(JsonNode given) {
        if (!many) {
            return 1;
        }
        JsonNode asked = given.has("num_outputs") ? given.get("num_outputs") : given.path("number_of_outputs");
        return asked.asInt(1);
    }

    /** What such an input asks for, or the model's default; empty when it has no such input. */
    String asked(JsonNode given, String name) {
        JsonNode value = given.path(name);
        return value.isValueNode() && !value.isNull()
                ? value.asText()
                : input.at("/properties/" + name + "/default").asText();
    }
}
