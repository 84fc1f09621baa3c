package dev.mvstudio.adapter.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.video.VideoRequest;
import dev.mvstudio.wire.Json;
import dev.mvstudio.wire.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** {@code predictLongRunning}, and operations: clips by Veo. */
final class LongRunning implements ClipCall {
    private final ClipFiles files;

    LongRunning(ClipFiles files) {
        this.files = files;
    }

    @Override
    public String path(Model model) {
        return ModelPath.of(model, "predictLongRunning");
    }

    @Override
    public Map<String, Object> body(VideoRequest request, ModelSpec spec, Function<ReferenceImage, String> data) {
        ClipMode mode = ClipMode.of(request, spec);
        Map<String, Object> instance = new LinkedHashMap<>();
        instance.put("prompt", Wording.wellFormed(request.effectivePrompt()));
        List<Map<String, Object>> pictures = request.referenceImages().stream()
                .map(image -> picture(image, data))
                .toList();
        switch (mode) {
            case TEXT_TO_VIDEO -> {}
            case IMAGE_TO_VIDEO -> {
                instance.put("image", pictures.get(0));
                if (request.lastFrame() != null) {
                    instance.put("lastFrame", picture(request.lastFrame(), data));
                }
            }
            case REFERENCE_TO_VIDEO ->
                instance.put(
                        "referenceImages",
                        pictures.stream().map(LongRunning::reference).toList());
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("instances", List.of(instance));
        body.put("parameters", parameters(request, spec, mode));
        return body;
    }

    private static Map<String, Object> picture(ReferenceImage image, Function<ReferenceImage, String> data) {
        Map<String, Object> picture = new LinkedHashMap<>();
        picture.put("bytesBase64Encoded", data.apply(image));
        picture.put("mimeType", image.asset().mediaType().mimeType());
        return picture;
    }

    private static Map<String, Object> reference(Map<String, Object> picture) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("image", picture);
        reference.put("referenceType", "asset");
        return reference;
    }

    private static Map<String, Object> parameters(VideoRequest request, ModelSpec spec, ClipMode mode) {
        return new Fields(spec)
                .put(Parameter.NUM_IMAGES, "sampleCount", 1)
                .put(
                        Parameter.ASPECT_RATIO,
                        "aspectRatio",
                        request.aspectRatio().toString())
                .put(
                        Parameter.DURATION,
                        "durationSeconds",
                        Math.toIntExact(request.duration().toSeconds()))
                .put(Parameter.RESOLUTION, "resolution", request.resolution().toString())
                .putHonoured(Parameter.NEGATIVE_PROMPT, "negativePrompt", request.negativePrompt())
                .putHonoured(Parameter.GENERATE_AUDIO, "generateAudio", request.generateAudio())
                .putHonoured(Parameter.SEED, "seed", request.seed())
                .filled(mode.word());
    }

    @Override
    public String name(JsonNode answer) {
        String name = Json.text(answer, "name");
        return covers(name) ? name : "";
    }

    @Override
    public boolean covers(String name) {
        return name.matches("models/[A-Za-z0-9._-]{1,100}/operations/[A-Za-z0-9_-]{1,200}");
    }

    @Override
    public Status status(String name, JsonNode answer) {
        if (!answer.path("done").asBoolean()) {
            return new Status.Running(null);
        }
        JsonNode error = answer.path("error");
        if (error.isObject()) {
            return files.failures().of(error.path("code").asInt(2), Json.text(error, "message"));
        }
        JsonNode response = answer.path("response");
        JsonNode videos = response.path("generateVideoResponse");
        return finished(name, videos.isObject() ? videos : response);
    }

    /** As the Gemini API has it, or as Vertex AI has it, which was seen here as well. */
    private Status finished(String name, JsonNode response) {
        JsonNode sample = response.path("generatedSamples").path(0).path("video");
        JsonNode video = sample.isObject() ? sample : response.path("videos").path(0);
        if (video.isObject()) {
            String inline = Json.text(video, "encodedVideo");
            return files.finished(
                    name, Json.text(video, "uri"), inline.isEmpty() ? Json.text(video, "bytesBase64Encoded") : inline);
        }
        List<String> reasons = new ArrayList<>();
        response.path("raiMediaFilteredReasons").forEach(reason -> reasons.add(reason.asText()));
        boolean filtered =
                !reasons.isEmpty() || response.path("raiMediaFilteredCount").asInt() > 0;
        return filtered
                ? files.failures().filtered(String.join(" ", reasons))
                : files.failures()
                        .failed(
                                ErrorCode.INVALID_PROVIDER_RESPONSE,
                                "Google made no clip, and gives no reason: " + name);
    }

    /** It cannot be asked to: the clip is made, and nobody fetches it. */
    @Override
    public void cancel(String name) {}
}
