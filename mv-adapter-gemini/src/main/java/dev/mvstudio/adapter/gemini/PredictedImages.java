package dev.mvstudio.adapter.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.wire.Json;
import dev.mvstudio.wire.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** {@code predict}: pictures by Imagen. */
final class PredictedImages implements ImageCall {
    @Override
    public String method() {
        return "predict";
    }

    @Override
    public Map<String, Object> body(ImageRequest request, ModelSpec spec, Function<ReferenceImage, String> data) {
        Map<String, Object> parameters = new Fields(spec)
                .put(Parameter.NUM_IMAGES, "sampleCount", request.numImages())
                .put(
                        Parameter.ASPECT_RATIO,
                        "aspectRatio",
                        request.aspectRatio().toString())
                .putHonoured(Parameter.SAFETY_FILTER_LEVEL, "safetySetting", request.safetyFilterLevel())
                .putHonoured(Parameter.PERSON_GENERATION, "personGeneration", request.personGeneration())
                .filled();
        parameters.put("includeRaiReason", true);
        parameters.put(
                "outputOptions", Map.of("mimeType", request.format().mediaType().mimeType()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("instances", List.of(Map.of("prompt", Wording.wellFormed(request.prompt()))));
        body.put("parameters", parameters);
        return body;
    }

    /** Without any, the filter took them: it says so, or says nothing. Of several that were asked for some may be there. */
    @Override
    public List<String> pictures(JsonNode answer, Call call, Refusals refusals) {
        List<String> pictures = new ArrayList<>();
        TreeSet<String> reasons = new TreeSet<>();
        for (JsonNode prediction : answer.path("predictions")) {
            pictures.add(Json.text(prediction, "bytesBase64Encoded"));
            reasons.add(Json.text(prediction, "raiFilteredReason"));
        }
        pictures.removeIf(String::isEmpty);
        reasons.removeIf(String::isBlank);
        if (pictures.isEmpty()) {
            throw refusals.exception(
                    ErrorCode.CONTENT_POLICY_VIOLATION,
                    "Google held back what the model made" + Quotes.said(String.join(" ", reasons)));
        }
        return pictures;
    }
}
