package dev.mvstudio.rig;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mvstudio.adapter.rig.RigClient;
import dev.mvstudio.adapter.rig.RigVideoModel;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.testkit.server.Behaviour;
import dev.mvstudio.testkit.server.FakeProvider;
import dev.mvstudio.testkit.video.FakeVideoModel;
import dev.mvstudio.testkit.video.VideoRequests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That the rig sees what it is there to see, by a server that says whatever a test wants. */
class ReckoningTest {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Map<String, byte[]> pages = new HashMap<>();
    private HttpServer server;
    private FakeProvider provider;
    private RigClient client;
    private Reckoning reckoning;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        provider = FakeProvider.start(Behaviour.prompt());
        client = new RigClient(provider.address());
        Studio studio =
                new Studio(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        reckoning = new Reckoning(studio, provider.ledger());
        clip(ordered("clip"));
        film("succeeded");
        pages.put("/film.mp4", FakeVideoModel.clip());
        pages.put("/clip.mp4", FakeVideoModel.clip());
    }

    @AfterEach
    void stop() {
        server.stop(0);
        client.close();
        provider.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] page = pages.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(page == null ? 404 : 200, page == null ? -1 : page.length);
            if (page != null) {
                exchange.getResponseBody().write(page);
            }
        }
    }

    private String ordered(String key) {
        Start start = new RigVideoModel(client).start(VideoRequests.plain(new Model("rig")), new SubmissionKey(key));
        return ((Start.Running) start).ticket().id();
    }

    private void film(String state) {
        job("film", state, "create_music_video", "\"children\":[\"clip\"]");
    }

    private void clip(String ticket) {
        job("clip", "succeeded", "generate_video", "\"provider_job_id\":\"" + ticket + "\"");
    }

    private void job(String id, String state, String kind, String more) {
        String json = "{\"id\":\"" + id + "\",\"state\":\"" + state + "\",\"kind\":\"" + kind + "\"," + more
                + ",\"links\":{\"result\":\"/" + id + ".mp4\"}}";
        pages.put("/api/mv/jobs/" + id, json.getBytes(UTF_8));
    }

    private Summary sum() {
        reckoning.film("film", 1, PATIENCE);
        return reckoning.sum(1, 1, Duration.ZERO);
    }

    @Test
    void what_was_ordered_once_and_can_be_had_is_clean() {
        Summary summary = sum();

        assertThat(summary.isClean()).as(summary.toString()).isTrue();
    }

    @Test
    void what_was_ordered_twice_is_seen() {
        ordered("clip");

        assertThat(sum().duplicates()).isEqualTo(1);
    }

    @Test
    void what_was_paid_for_and_never_received_is_seen() {
        ordered("another-clip");

        assertThat(sum().lost()).isEqualTo(1);
    }

    @Test
    void a_result_that_cannot_be_had_is_seen() {
        pages.remove("/clip.mp4");
        pages.put("/film.mp4", "<html>".getBytes(UTF_8));

        assertThat(sum().lost()).isEqualTo(2);
    }

    @Test
    void a_film_that_is_never_over_is_seen() {
        film("running");

        assertThat(sum().stuck()).isEqualTo(1);
    }

    @Test
    void a_film_that_failed_is_seen() {
        film("failed");

        assertThat(sum().failed()).isEqualTo(1);
        assertThat(sum().toString()).contains("films failed", "film {id=film");
    }

    @Test
    void a_film_that_lacks_a_clip_is_not_clean() {
        reckoning.film("film", 2, PATIENCE);

        assertThat(reckoning.sum(1, 1, Duration.ZERO).isClean()).isFalse();
    }
}
