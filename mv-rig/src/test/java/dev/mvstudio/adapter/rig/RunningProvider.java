package dev.mvstudio.adapter.rig;

import dev.mvstudio.testkit.server.Behaviour;
import dev.mvstudio.testkit.server.FakeProvider;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A fake provider and its client, for one test. */
final class RunningProvider implements AutoCloseable {
    final FakeProvider provider;
    final RigClient client;

    RunningProvider() {
        try {
            provider = FakeProvider.start(Behaviour.prompt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = new RigClient(provider.address());
    }

    @Override
    public void close() {
        client.close();
        provider.close();
    }
}
