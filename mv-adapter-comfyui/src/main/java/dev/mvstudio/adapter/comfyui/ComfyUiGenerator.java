package dev.mvstudio.adapter.comfyui;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Generator;
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
import java.util.function.Function;

/** Whatever the workflows of ComfyUI make: they differ in what they are filled with. */
abstract class ComfyUiGenerator<R> implements Generator<R> {
    private final ComfyUiClient client;
    private final Function<R, Order> orders;

    ComfyUiGenerator(ComfyUiClient client, Function<R, Order> orders) {
        this.client = client;
        this.orders = orders;
    }

    @Override
    public Backend backend() {
        return client.configuration().backend();
    }

    @Override
    public Start start(R request, SubmissionKey key) {
        return client.submissions().start(orders.apply(request), key);
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
    public Search find(R request, SubmissionKey key, Instant since) {
        return client.prompts().find(orders.apply(request), key);
    }

    @Override
    public InputStream open(Output output) throws IOException {
        return client.open(output);
    }

    @Override
    public ProviderCall describe(R request) {
        return client.describe(orders.apply(request));
    }
}
