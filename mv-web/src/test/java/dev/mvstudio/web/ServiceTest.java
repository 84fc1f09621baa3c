package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.Status;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ServiceTest {
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);
    private static final String CLIP = "{\"prompt\":\"p\"}";

    @Test
    void it_lives_and_shows_its_contract_without_a_network() {
        try (TestServer server = TestServer.start()) {
            assertThat(server.client.get("/health").text()).isEqualTo("{\"status\":\"UP\"}");
            String contract = server.client.get("/openapi.yaml").text();
            assertThat(contract)
                    .startsWith("openapi: 3")
                    .contains("/api/mv/generate_video", "/api/mv/get_video/{video_id}");
            String page = server.client.get("/docs").text();
            assertThat(page).doesNotContain("http://", "https://");
            for (String asset :
                    new String[] {"ui/swagger-ui.css", "ui/swagger-ui-bundle.js", "ui/favicon-32x32.png", "page/docs.js"
                    }) {
                assertThat(page).contains("/docs/" + asset);
                assertThat(server.client.get("/docs/" + asset).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void backends_tell_what_they_can_do_and_which_are_set_up() {
        try (TestServer server = TestServer.start()) {
            JsonNode body = server.client.get("/api/mv/backends").json();

            assertThat(body.at("/backends/0/backend").asText()).isEqualTo("locked");
            assertThat(body.at("/backends/0/configured").asBoolean()).isFalse();
            assertThat(body.at("/backends/0/credential_variables/0").asText()).isEqualTo("LOCKED_TOKEN");
            assertThat(body.at("/backends/1/configured").asBoolean()).isTrue();
            assertThat(body.at("/backends/1/kinds")).hasSize(3);
            assertThat(body.at("/backends/1/models/0/default").asBoolean()).isTrue();
            assertThat(body.at("/backends/1/models/1/default").asBoolean()).isFalse();
            assertThat(body.at("/backends/1/models/0/price/per").asText()).isEqualTo("second");
            assertThat(body.at("/backends/1/models/0/capabilities/max_reference_images")
                            .asInt())
                    .isEqualTo(3);
            assertThat(body.at("/defaults/video").asText()).isEqualTo("fake");
        }
    }

    @Test
    void flavors_tell_their_defaults_and_prompts() {
        try (TestServer server = TestServer.start()) {
            JsonNode body = server.client.get("/api/mv/flavors").json();

            assertThat(body.at("/flavors/0/name").asText()).isEqualTo("default");
            assertThat(body.at("/flavors/1/generate_video/duration").asInt()).isEqualTo(2);
            assertThat(body.at("/flavors/0/create_scenes/number_of_scenes").asInt())
                    .isEqualTo(4);
            assertThat(body.at("/flavors/0/prompts/video_rules").asText()).contains("{aspect_ratio}");
        }
    }

    @Test
    void a_taken_port_is_told_in_one_sentence_and_the_studio_is_closed() {
        try (TestServer first = TestServer.start()) {
            TestStudio second = new TestStudio();
            int port = first.address().getPort();

            assertThatThrownBy(() -> new WebServer()
                            .start(TestServer.configuration(port, Duration.ofSeconds(9)), second.open(time -> {})))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:" + port)
                    .hasMessageContaining("MV_PORT");
            assertThat(second.closed).isTrue();
        }
    }

    @Test
    void a_request_may_take_longer_than_a_connection_may_idle_elsewhere() throws Exception {
        CountDownLatch slept = new CountDownLatch(1);
        try (TestServer server = TestServer.start(Duration.ofSeconds(30), time -> slept.await(2, TimeUnit.SECONDS))) {
            server.studio.videos.script(new Status.Running(0.5));

            assertThat(server.client.post("/api/mv/generate_video", CLIP).status())
                    .isEqualTo(200);
        }
        try (TestServer impatient = TestServer.start(Duration.ofSeconds(1), time -> slept.await(4, TimeUnit.SECONDS))) {
            impatient.studio.videos.script(new Status.Running(0.5));

            assertThatThrownBy(() -> impatient.client.post("/api/mv/generate_video", CLIP))
                    .isInstanceOf(AssertionError.class);
            assertThat(impatient.client.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void closing_lets_a_running_request_end() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        TestServer server = TestServer.start(Duration.ofSeconds(30), time -> {
            asked.countDown();
            mayEnd.await(20, TimeUnit.SECONDS);
        });
        server.studio.videos.script(new Status.Running(0.5));
        var answer = CompletableFuture.supplyAsync(() -> server.client.post("/api/mv/generate_video", CLIP), THREADS);
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        var closing = CompletableFuture.runAsync(server::close, THREADS);
        Eventually.isTrue(Duration.ofSeconds(5), () -> refusesConnections(server));
        mayEnd.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
        closing.get(10, TimeUnit.SECONDS);
        server.running().await();
        assertThat(server.studio.closed).isTrue();
    }

    private static boolean refusesConnections(TestServer server) {
        try (Raw raw = new Raw(server.address())) {
            return false;
        } catch (java.io.IOException refused) {
            return true;
        }
    }

    @Test
    void closing_does_not_wait_for_ever() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        TestServer server = TestServer.start(Duration.ofSeconds(30), time -> {
            asked.countDown();
            never.await(20, TimeUnit.SECONDS);
        });
        server.studio.videos.script(new Status.Running(0.5));
        var answer = CompletableFuture.runAsync(() -> server.client.post("/api/mv/generate_video", CLIP), THREADS);
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture.runAsync(server::close, THREADS).get(9, TimeUnit.SECONDS);

        assertThat(server.studio.closed).isTrue();
        assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(AssertionError.class);
        never.countDown();
    }

    @Test
    void a_client_that_goes_away_leaves_the_generation_running() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (TestServer server = TestServer.start(Duration.ofSeconds(30), time -> {
            asked.countDown();
            mayEnd.await(20, TimeUnit.SECONDS);
        })) {
            server.studio.videos.script(new Status.Running(0.5));
            try (Raw raw = new Raw(server.address())) {
                raw.send("POST /api/mv/generate_video HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 14\r\n\r\n" + CLIP);
                assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            }
            mayEnd.countDown();

            assertThat(server.client.get("/health").status()).isEqualTo(200);
            assertThat(server.studio.videos.canceled()).isEmpty();
        }
    }
}
