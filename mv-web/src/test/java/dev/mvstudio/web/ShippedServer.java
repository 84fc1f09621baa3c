package dev.mvstudio.web;

import dev.mvstudio.application.StudioLauncher;
import dev.mvstudio.application.StudioServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;

/** The server as it is shipped: found by its name, wired by the configuration. */
final class ShippedServer implements AutoCloseable {
    final Client client;
    private final StudioServer.Running running;

    private ShippedServer(StudioServer.Running running) {
        this.running = running;
        this.client = new Client(running.address());
    }

    /** With its files in {@code outputs}, see the other one. */
    static ShippedServer start(Path folder, Map<String, String> variables) {
        return start(folder, "outputs", variables);
    }

    /**
     * On a port of its own, and asking often how far generations are, unless the variables say otherwise.
     *
     * @param folder where the configuration is looked for
     * @param outputs where in it the files of this server go
     * @param variables the environment
     */
    static ShippedServer start(Path folder, String outputs, Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(Map.of("MV_PORT", "0", "MV_POLL_INTERVAL", "50 ms"));
        environment.putAll(variables);
        var launch = new StudioLauncher.Launch(environment, folder, folder.resolve(outputs));
        return new ShippedServer(ServiceLoader.load(StudioServer.class)
                .findFirst()
                .orElseThrow()
                .start(StudioLauncher.find().read(launch)));
    }

    URI address() {
        return running.address();
    }

    @Override
    public void close() {
        running.close();
    }
}
