package dev.mvstudio.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.application.Settings;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.StudioServer;
import dev.mvstudio.application.job.JobTiming;
import dev.mvstudio.application.webhook.WebhookSettings;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Lane;
import dev.mvstudio.domain.provider.Pace;
import dev.mvstudio.domain.provider.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The real server on a free port, over a studio of fakes. */
final class TestServer implements AutoCloseable {
    static final long MAX_REQUEST = 1_000_000;

    final TestStudio studio;
    private final StudioServer.Running running;
    final Client client;

    private TestServer(TestStudio studio, StudioConfiguration configuration) {
        this.studio = studio;
        this.running = new WebServer().start(configuration, studio.open(configuration), TIMING);
        this.client = new Client(running.address());
    }

    /** Impatient. */
    static final WebTiming TIMING =
            new WebTiming(Duration.ofMillis(100), Duration.ofMillis(20), Duration.ofMillis(500));

    static TestServer start() {
        return new Setup().start();
    }

    /** What can be chosen. */
    static final class Setup {
        private Duration idleTimeout = Duration.ofSeconds(60);
        private boolean cancelOnDisconnect;
        private Lane lane = Lane.open(Specs.FAKE.name());
        private Pace pace = Pace.USUAL;
        private int port;
        private WebhookSettings webhooks = WebhookSettings.OFF;
        private TestStudio studio = new TestStudio();

        Setup idleTimeout(Duration time) {
            idleTimeout = time;
            return this;
        }

        Setup cancelOnDisconnect() {
            cancelOnDisconnect = true;
            return this;
        }

        /** That of the backend that can do everything. */
        Setup lane(int width, int maxQueued) {
            lane = new Lane(Specs.FAKE.name(), width, null, maxQueued);
            return this;
        }

        /** The backend that can do everything tells by itself, and is asked a second time when all hope is gone. */
        Setup told() {
            pace = new Pace(null, Duration.ofSeconds(50));
            studio.receiver.listen(true);
            return this;
        }

        Setup webhooks() {
            webhooks = new WebhookSettings(new Secret("whsec_" + "QUJD".repeat(10)), false);
            return this;
        }

        Setup port(int number) {
            port = number;
            return this;
        }

        /** One that was there before. */
        Setup studio(TestStudio given) {
            studio = given;
            return this;
        }

        TestServer start() {
            return new TestServer(studio, configuration());
        }

        StudioConfiguration configuration() {
            Settings settings = new Settings(
                    new Settings.Server(
                            "127.0.0.1",
                            port,
                            null,
                            MAX_REQUEST,
                            idleTimeout,
                            Duration.ofSeconds(2),
                            cancelOnDisconnect),
                    Path.of("unused"),
                    false,
                    new JobTiming(Duration.ofSeconds(60), Duration.ofMillis(1), 2, 2, Duration.ZERO),
                    new Settings.Queues(100, 1_000, 1_000),
                    TestStudio.LIMITS,
                    new Settings.Editor(null, Duration.ofSeconds(10), 1),
                    TestStudio.RETENTION,
                    webhooks,
                    null);
            List<BackendSettings> backends = Specs.backends().stream()
                    .map(b -> b.backend().equals(Specs.FAKE) ? Specs.in(lane, pace, b) : b)
                    .toList();
            return new StudioConfiguration(settings, Specs.flavors(), backends, List.of("a warning to tell"));
        }
    }

    /** Waits until a job is in this state. */
    JsonNode awaitJob(String id, String state) {
        Eventually.isTrue(
                Duration.ofSeconds(20), () -> job(id).get("state").asText().equals(state));
        return job(id);
    }

    JsonNode job(String id) {
        return client.get("/api/mv/jobs/" + id).json();
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
