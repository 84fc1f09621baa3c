package dev.mvstudio.adapter.rig;

import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.provider.Model;
import java.util.LinkedHashMap;
import java.util.Map;

/** Draws nothing: every image is the same pixel, a PNG. */
public final class RigImageModel extends RigGenerator<ImageRequest> implements ImageModel {
    public RigImageModel(RigClient client) {
        super(client);
    }

    @Override
    Model modelOf(ImageRequest request) {
        return request.model();
    }

    @Override
    Map<String, Object> body(ImageRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", "image");
        body.put("model", request.model().name());
        body.put("prompt", request.prompt());
        body.put("outputs", request.numImages());
        body.put("aspect_ratio", request.aspectRatio().toString());
        if (request.negativePrompt() != null) {
            body.put("negative_prompt", request.negativePrompt());
        }
        if (request.seed() != null) {
            body.put("seed", request.seed());
        }
        return body;
    }
}
