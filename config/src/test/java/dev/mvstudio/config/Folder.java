package dev.mvstudio.config;

import dev.mvstudio.application.BrokenConfigurationException;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.StudioLauncher.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A working directory with a folder {@code own} for MV_CONFIG_DIR, and the variables of a launch. */
final class Folder {
    /** A whole settings.yaml; one key a line, the port in line 2. */
    static final String SETTINGS = """
            host: 127.0.0.1
            port: 8000
            max_request_size: 32 MiB
            idle_timeout: 900 s
            shutdown_timeout: 8 s
            cancel_on_disconnect: false
            debug_mode: false
            job_timeout: 900 s
            poll_interval: 250 ms
            submit_attempts: 4
            collect_attempts: 3
            max_films: 100
            max_queued_films: 1000
            max_queued_merges: 1000
            max_image_size: 20 MB
            max_soundtrack_size: 200 MB
            max_video_size: 4 GiB
            ffmpeg_timeout: 10 min
            ffmpeg_processes: 2
            retention_media: 30 days
            retention_jobs: 90 days
            retention_tombstones: 365 days
            webhook_private_addresses: false
            """;

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();

    Folder(Path root) {
        this.root = root;
    }

    /** Puts a file into MV_CONFIG_DIR. */
    Folder own(String name, String text) {
        environment.put("MV_CONFIG_DIR", "own");
        return file("own/" + name, text);
    }

    Folder file(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Folder variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Launch launch() {
        return new Launch(environment, root, Path.of("outputs"));
    }

    StudioConfiguration read() {
        return new ConfiguredStudioLauncher().read(launch());
    }

    /** The faults, without the path of the folder. */
    List<String> faults() {
        try {
            read();
            return List.of();
        } catch (BrokenConfigurationException e) {
            return e.faults().stream()
                    .map(f -> f.replace(root.resolve("own") + "/", "").replace(root + "/", ""))
                    .toList();
        }
    }
}
