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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code generateContent}: a picture by a model that can write as well. */
final class ContentImages implements ImageCall {
    private static final List<String> HARMS = List.of(
            "HARM_CATEGORY_HARASSMENT",
            "HARM_CATEGORY_HATE_SPEECH",
            "HARM_CATEGORY_SEXUALLY_EXPLICIT",
            "HARM_CATEGORY_DANGEROUS_CONTENT");

    @Override
    public String method() {
        return "generateContent";
    }

    @Override
    public Map<String, Object> body(ImageRequest request, ModelSpec spec, Function<ReferenceImage, String> data) {
        Map<String, Object> picture = new Fields(spec)
                .put(
                        Parameter.ASPECT_RATIO,
                        "aspectRatio",
                        request.aspectRatio().toString())
                .filled();
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("responseModalities", List.of("TEXT", "IMAGE"));
        config.put("imageConfig", picture);
        if (request.seed() != null && spec.capabilities().honours(Parameter.SEED)) {
            config.put("seed", request.seed());
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("contents", List.of(Map.of("parts", parts(request, data), "role", "user")));
        body.put("generationConfig", config);
        safety(request, spec).ifPresent(settings -> body.put("safetySettings", settings));
        return body;
    }

    /** The pictures to resemble stand before the words that speak of them. */
    private static List<Map<String, Object>> parts(ImageRequest request, Function<ReferenceImage, String> data) {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (ReferenceImage image : request.referenceImages()) {
            Map<String, Object> picture = new LinkedHashMap<>();
            picture.put("mimeType", image.asset().mediaType().mimeType());
            picture.put("data", data.apply(image));
            parts.add(Map.of("inlineData", picture));
        }
        parts.add(Map.of("text", Wording.wellFormed(request.prompt())));
        return parts;
    }

    /** The same threshold for all that may harm. */
    private static Optional<List<Map<String, String>>> safety(ImageRequest request, ModelSpec spec) {
        return Optional.ofNullable(request.safetyFilterLevel())
                .filter(level -> spec.capabilities().honours(Parameter.SAFETY_FILTER_LEVEL))
                .map(level -> spec.inputs().word(Parameter.SAFETY_FILTER_LEVEL.word(), level))
                .map(word -> word.toString().toUpperCase(Locale.ROOT))
                .map(threshold -> HARMS.stream()
                        .map(harm -> Map.of("category", harm, "threshold", threshold))
                        .toList());
    }

    @Override
    public List<String> pictures(JsonNode answer, Call call, Refusals refusals) {
        Reply reply = Reply.of(answer, call, refusals);
        for (JsonNode part : reply.parts()) {
            String data = Json.text(part.path("inlineData"), "data");
            if (!data.isEmpty()) {
                return List.of(data);
            }
        }
        String reason = reply.finishReason().equals("STOP") ? "" : " (" + Quotes.quoted(reply.finishReason()) + ")";
        throw refusals.exception(
                ErrorCode.INVALID_PROVIDER_RESPONSE,
                call.doing() + ": it made no picture" + reason + Quotes.said(reply.text()));
    }
}
