package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import dev.mvstudio.testkit.wire.Pictures;
import java.util.Base64;
import java.util.List;

/** {@code predict}: pictures of Imagen models. */
final class Imagen {
    private Imagen() {}

    /** Refuses what the model does not take. */
    static void check(ModelCard model, ObjectNode body) {
        JsonNode instance = Parameters.instance(body);
        Parameters.only(instance, List.of("prompt"));
        Parameters.text(instance.path("prompt"), "prompt");
        JsonNode parameters = body.path("parameters");
        for (var member : parameters.properties()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            switch (name) {
                case "sampleCount" -> Parameters.number(value, name, 1, model.number("samples"));
                case "aspectRatio", "personGeneration" -> Parameters.choice(value, name, model.allowed(name));
                case "sampleImageSize" -> Parameters.choice(value, name, model.allowed("imageSize"));
                case "safetySetting" ->
                    Parameters.choice(value, name, List.of("BLOCK_LOW_AND_ABOVE", "block_low_and_above"));
                case "outputOptions" -> {
                    Parameters.only(value, List.of("mimeType", "compressionQuality"));
                    Parameters.choice(value.path("mimeType"), "mimeType", List.of("image/png", "image/jpeg"));
                }
                case "includeRaiReason", "includeSafetyAttributes", "language" -> {}
                default -> throw new Refused(Problem.unsupported(name));
            }
        }
    }

    static ObjectNode answer(ModelCard model, Asked asked) {
        JsonNode parameters = asked.body().path("parameters");
        String mimeType = parameters.at("/outputOptions/mimeType").asText(model.mimeType());
        mimeType = mimeType.isEmpty() ? model.mimeType() : mimeType;
        ObjectNode answer = Json.object();
        ArrayNode predictions = answer.putArray("predictions");
        for (int i = 0; i < parameters.path("sampleCount").asInt(model.number("samples")); i++) {
            byte[] picture = Pictures.draw(
                    Answers.format(mimeType), parameters.path("aspectRatio").asText(), (asked.prompt() + i).hashCode());
            predictions
                    .addObject()
                    .put("mimeType", mimeType)
                    .put("bytesBase64Encoded", Base64.getEncoder().encodeToString(picture));
        }
        return answer;
    }

    /** Leaves reasons out for those who did not ask for them; without any prediction there is no such member. */
    static ObjectNode withoutReasons(ObjectNode answer, Asked asked) {
        if (answer.path("predictions") instanceof ArrayNode predictions) {
            if (!asked.body().at("/parameters/includeRaiReason").asBoolean()) {
                for (int i = predictions.size() - 1; i >= 0; i--) {
                    if (predictions.get(i).has("raiFilteredReason")) {
                        predictions.remove(i);
                    }
                }
            }
            if (predictions.isEmpty()) {
                answer.remove("predictions");
            }
        }
        return answer;
    }
}
