package dev.mvstudio.adapter.comfyui;

import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.image.ImageRequest;

/** Pictures by the workflows of ComfyUI. */
public final class ComfyUiImageModel extends ComfyUiGenerator<ImageRequest> implements ImageModel {
    public ComfyUiImageModel(ComfyUiClient client) {
        super(client, request -> client.orders().of(request));
    }
}
