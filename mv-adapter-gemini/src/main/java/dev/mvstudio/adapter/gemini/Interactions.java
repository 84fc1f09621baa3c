package dev.mvstudio.adapter.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.video.VideoRequest;
import dev.mvstudio.wire.Json;
import dev.mvstudio.wire.Method;
import dev.mvstudio.wire.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The Interactions API: clips by Veo's successors. */
final class Interactions implements ClipCall {
    private static final String PATH = "interactions/";

    private final Api api;
    private final ClipFiles files;

    Interactions(Api api, ClipFiles files) {
        this.api = api;
        this.files = files;
    }

    @Override
    public String path(Model model) {
        return "/interactions";
    }

    @Override
    public Map<String, Object> body(VideoRequest request, ModelSpec spec, Function<ReferenceImage, String> data) {
        ClipMode mode = ClipMode.of(request, spec);
        List<Map<String, Object>> input = new ArrayList<>();
        request.referenceImages().stream()
                .limit(mode == ClipMode.IMAGE_TO_VIDEO ? 1 : Long.MAX_VALUE)
                .forEach(image -> input.add(picture(image, data)));
        input.add(text(request));
        Map<String, Object> config = new LinkedHashMap<>();
        if (request.seed() != null && spec.capabilities().honours(Parameter.SEED)) {
            config.put("seed", request.seed());
        }
        config.put("video_config", Map.of("task", mode.word()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", ModelPath.name(request.model()));
        body.put("input", input);
        body.put("background", true);
        body.put("store", true);
        body.put("generation_config", config);
        body.put("response_format", format(request, spec, mode));
        return body;
    }

    private static Map<String, Object> text(VideoRequest request) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("type", "text");
        text.put("text", Wording.wellFormed(request.effectivePrompt()));
        return text;
    }

    private static Map<String, Object> picture(ReferenceImage image, Function<ReferenceImage, String> data) {
        Map<String, Object> picture = new LinkedHashMap<>();
        picture.put("type", "image");
        picture.put("data", data.apply(image));
        picture.put("mime_type", image.asset().mediaType().mimeType());
        return picture;
    }

    private static Map<String, Object> format(VideoRequest request, ModelSpec spec, ClipMode mode) {
        Map<String, Object> format = new Fields(spec)
                .put(
                        Parameter.ASPECT_RATIO,
                        "aspect_ratio",
                        request.aspectRatio().toString())
                .put(Parameter.DURATION, "duration", request.duration().toSeconds() + "s")
                .put(Parameter.RESOLUTION, "resolution", request.resolution().toString())
                .putHonoured(Parameter.NEGATIVE_PROMPT, "negative_prompt", request.negativePrompt())
                .filled(mode.word());
        format.put("type", "video");
        format.put("delivery", "uri");
        return format;
    }

    @Override
    public String name(JsonNode answer) {
        String name = PATH + Json.text(answer, "id");
        return covers(name) ? name : "";
    }

    @Override
    public boolean covers(String name) {
        return name.matches(PATH + "[A-Za-z0-9][A-Za-z0-9._-]{0,300}");
    }

    @Override
    public Status status(String name, JsonNode answer) {
        String status = Json.text(answer, "status");
        return switch (status) {
            case "in_progress", "queued", "pending" -> new Status.Running(null);
            case "completed" -> completed(name, answer);
            case "cancelled" -> new Status.Canceled();
            case "failed" -> failed(answer);
            case "budget_exceeded" ->
                files.failures()
                        .failed(ErrorCode.INSUFFICIENT_CREDIT, "the budget of the key's project is used up: " + name);
            case "incomplete", "requires_action" ->
                files.failures()
                        .failed(ErrorCode.INVALID_PROVIDER_RESPONSE, "Google made no clip (" + status + "): " + name);
            default ->
                throw api.refusals()
                        .exception(
                                ErrorCode.INVALID_PROVIDER_RESPONSE,
                                name + " is in an unknown state, " + Quotes.quoted(status));
        };
    }

    /** A refusal is complete as well: it has words in place of a clip, and no error. */
    private Status completed(String name, JsonNode answer) {
        StringBuilder words = new StringBuilder();
        for (JsonNode step : answer.path("steps")) {
            if (step.path("error").isObject()) {
                return failed(answer);
            }
            for (JsonNode block : step.path("content")) {
                if (Json.text(block, "type").equals("video")) {
                    return files.finished(name, Json.text(block, "uri"), Json.text(block, "data"));
                }
                words.append(Json.text(block, "text")).append(' ');
            }
        }
        return words.toString().isBlank()
                ? files.failures()
                        .failed(
                                ErrorCode.INVALID_PROVIDER_RESPONSE,
                                "Google made no clip, and gives no reason: " + name)
                : files.failures().filtered(words.toString());
    }

    private Status failed(JsonNode answer) {
        for (JsonNode step : answer.path("steps")) {
            if (step.path("error").isObject()) {
                return files.failures().of(step.at("/error/code").asInt(2), Json.text(step.path("error"), "message"));
            }
        }
        return files.failures().of(2, Json.text(answer.path("errors").path(0), "message"));
    }

    @Override
    public void cancel(String name) {
        Call call =
                new Call("canceling " + name, Method.POST, "/" + name + "/cancel", Map.of(), Call.Stake.NOTHING, null);
        try {
            api.call(call);
        } catch (ProviderException e) {
            if (e.error().code() != ErrorCode.INVALID_PROVIDER_REQUEST) {
                throw e;
            }
            // It may be over, which is no error; when it was never begun, this says so.
            api.call(Call.get("asking for " + name, "/" + name));
        }
    }
}
