package dev.mvstudio.web;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.Settings;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.StudioServer;
import dev.mvstudio.application.job.JobTiming;
import dev.mvstudio.application.job.Sleeper;
import dev.mvstudio.application.webhook.WebhookSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The real server on a free port, over a studio of fakes. */
final class TestServer implements AutoCloseable {
    static final long MAX_REQUEST = 1_000_000;

    final TestStudio studio = new TestStudio();
    private final StudioServer.Running running;
    final Client client;

    private TestServer(Duration idleTimeout, Sleeper sleeper) {
        MusicVideoStudio opened = studio.open(sleeper);
        this.running = new WebServer().start(configuration(0, idleTimeout), opened);
        this.client = new Client(running.address());
    }

    static TestServer start() {
        return new TestServer(Duration.ofSeconds(60), time -> {});
    }

    static TestServer start(Duration idleTimeout, Sleeper sleeper) {
        return new TestServer(idleTimeout, sleeper);
    }

    static StudioConfiguration configuration(int port, Duration idleTimeout) {
        Settings settings = new Settings(
                new Settings.Server("127.0.0.1", port, null, MAX_REQUEST, idleTimeout, Duration.ofSeconds(2)),
                Path.of("unused"),
                false,
                new JobTiming(Duration.ofSeconds(60), Duration.ofMillis(1), 2),
                TestStudio.LIMITS,
                new Settings.Editor(null, Duration.ofSeconds(10), 1),
                TestStudio.RETENTION,
                WebhookSettings.OFF,
                null);
        return new StudioConfiguration(settings, Specs.flavors(), Specs.backends(), List.of("a warning to tell"));
    }

    URI address() {
        return running.address();
    }

    StudioServer.Running running() {
        return running;
    }

    @Override
    public void close() {
        running.close();
    }
}
