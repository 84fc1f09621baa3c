package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.time.Instant;

/** Clips as long-running operations. */
final class Operations {
    private static final String TYPE =
            "type.googleapis.com/google.ai.generativelanguage.v1beta.PredictLongRunningResponse";

    private final Downloads downloads;

    Operations(Downloads downloads) {
        this.downloads = downloads;
    }

    static String name(Clip clip) {
        return "models/" + clip.order().model() + "/operations/" + clip.id();
    }

    /** As it stands: {@code done} is not there until it is true. */
    ObjectNode show(Clip clip, Instant now) {
        ObjectNode shown = Json.object().put("name", name(clip));
        if (!clip.isOver(now)) {
            return shown;
        }
        shown.put("done", true);
        switch (clip.outcome()) {
            case Outcome.Success success -> samples(videoResponse(shown), clip, success.inline());
            case Outcome.Filtered filtered -> filtered(shown, filtered);
            case Outcome.Failed failed ->
                shown.putObject("error").put("code", failed.code()).put("message", failed.message());
            case Outcome.Odd odd -> shown.set("response", odd.response());
            case Outcome.Ended ended -> {}
        }
        return shown;
    }

    private static ObjectNode videoResponse(ObjectNode operation) {
        return operation.putObject("response").put("@type", TYPE).putObject("generateVideoResponse");
    }

    private void samples(ObjectNode response, Clip clip, boolean inline) {
        ArrayNode samples = response.putArray("generatedSamples");
        for (String file : clip.files()) {
            ObjectNode video = samples.addObject().putObject("video");
            if (inline) {
                video.put("encodedVideo", downloads.base64(file)).put("encoding", "video/mp4");
            } else {
                video.put("uri", downloads.uri(file));
            }
        }
    }

    private static void filtered(ObjectNode operation, Outcome.Filtered filtered) {
        ObjectNode response = filtered.vertex()
                ? operation
                        .putObject("response")
                        .put("@type", "type.googleapis.com/cloud.ai.large_models.vision." + "GenerateVideoResponse")
                : videoResponse(operation);
        response.put("raiMediaFilteredCount", 1)
                .putArray("raiMediaFilteredReasons")
                .add(filtered.reason());
        if (filtered.vertex()) {
            response.putArray("videos");
        }
    }
}
