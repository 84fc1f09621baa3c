package dev.mvstudio.adapter.comfyui;

import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** Pictures by the workflows of ComfyUI. */
public final class ComfyUiImageModel implements ImageModel {
    private final ComfyUiClient client;

    public ComfyUiImageModel(ComfyUiClient client) {
        this.client = client;
    }

    @Override
    public Backend backend() {
        return client.configuration().backend();
    }

    @Override
    public Start start(ImageRequest request, SubmissionKey key) {
        return client.submissions().start(client.orders().of(request), key);
    }

    @Override
    public Status status(Ticket ticket) {
        return client.prompts().status(ticket);
    }

    @Override
    public void cancel(Ticket ticket) {
        client.prompts().cancel(ticket);
    }

    @Override
    public Search find(ImageRequest request, SubmissionKey key, Instant since) {
        return client.prompts().find(client.orders().of(request), key);
    }

    @Override
    public InputStream open(Output output) throws IOException {
        return client.open(output);
    }

    @Override
    public ProviderCall describe(ImageRequest request) {
        return client.describe(client.orders().of(request));
    }
}
