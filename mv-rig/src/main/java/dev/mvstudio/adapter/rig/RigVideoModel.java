package dev.mvstudio.adapter.rig;

import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.video.VideoModel;
import dev.mvstudio.domain.video.VideoRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Films nothing: every clip is the same second. */
public final class RigVideoModel extends RigGenerator<VideoRequest> implements VideoModel {
    public RigVideoModel(RigClient client) {
        super(client);
    }

    @Override
    Model modelOf(VideoRequest request) {
        return request.model();
    }

    @Override
    Map<String, Object> body(VideoRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", "video");
        body.put("model", request.model().name());
        body.put("prompt", request.effectivePrompt());
        body.put("aspect_ratio", request.aspectRatio().toString());
        body.put("duration", request.duration().toSeconds());
        body.put("resolution", request.resolution().toString());
        body.put("generate_audio", request.generateAudio());
        if (request.negativePrompt() != null) {
            body.put("negative_prompt", request.negativePrompt());
        }
        if (request.seed() != null) {
            body.put("seed", request.seed());
        }
        if (!request.referenceImages().isEmpty()) {
            body.put(
                    "reference_images",
                    request.referenceImages().stream()
                            .map(ReferenceImage::toString)
                            .toList());
        }
        return body;
    }
}
