package dev.mvstudio.rig;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Data and settings that servers are started on, one after the other or several at once.
 *
 * @param folder for its data, settings and logs
 * @param environment of the servers; nothing else of {@code MV_…} reaches them
 * @param jvm options
 */
public record Installation(Path folder, Map<String, String> environment, List<String> jvm) {
    public Installation {
        environment = Map.copyOf(environment);
        jvm = List.copyOf(jvm);
    }

    /** A new one in this folder, with an embedded database and the fake provider as its only backend. */
    public static Installation create(Path folder, URI provider) throws IOException {
        Path settings = Files.createDirectories(folder.resolve("config"));
        try (InputStream backends = Objects.requireNonNull(Installation.class.getResourceAsStream("backends.yaml"))) {
            Files.copy(backends, settings.resolve("backends.yaml"));
        }
        return shipped(folder).with("MV_RIG_BASE_URL", provider.toString()).with("MV_CONFIG_DIR", settings.toString());
    }

    /** A new one in this folder with an embedded database, and the backends that are shipped. */
    public static Installation shipped(Path folder) {
        Map<String, String> environment = Map.of(
                "MV_DATA_DIR", folder.resolve("data").toString(),
                "MV_PORT", "0",
                "MV_POLL_INTERVAL", "100 ms");
        return new Installation(folder, environment, List.of("-XX:TieredStopAtLevel=1", "-Xmx512m"));
    }

    /** The same with another setting. */
    public Installation with(String name, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(name, value);
        return new Installation(folder, more, jvm);
    }

    /** The same with a further option of the JVM. */
    public Installation withJvm(String option) {
        List<String> more = new ArrayList<>(jvm);
        more.add(option);
        return new Installation(folder, environment, more);
    }

    /** The same over a PostgreSQL that other servers may share. */
    public Installation on(URI database) {
        return with("MV_DATABASE_URL", "jdbc:" + database);
    }

    /** Begins to start a server. */
    public ServerProcess launch() throws IOException {
        return ServerProcess.launch(this);
    }

    /** A server that answers. */
    public ServerProcess start() throws IOException {
        ServerProcess server = launch();
        server.awaitReady();
        return server;
    }
}
