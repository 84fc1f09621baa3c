package dev.mvstudio.adapter.comfyui;

import dev.mvstudio.domain.video.VideoModel;
import dev.mvstudio.domain.video.VideoRequest;

/** Clips by the workflows of ComfyUI. */
public final class ComfyUiVideoModel extends ComfyUiGenerator<VideoRequest> implements VideoModel {
    public ComfyUiVideoModel(ComfyUiClient client) {
        super(client, request -> client.orders().of(request));
    }
}
