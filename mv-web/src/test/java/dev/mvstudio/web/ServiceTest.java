package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.provider.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
    void it_is_ready_when_jobs_can_be_kept_and_files_stored() {
        try (TestServer server = TestServer.start()) {
            JsonNode body = server.client.get("/health/readiness").json();

            assertThat(body.get("status").asText()).isEqualTo("UP");
            assertThat(body.get("storage").asText()).isEqualTo("UP");
        }
    }

    @Test
    void a_node_whose_files_lie_elsewhere_says_so_and_works_on_no_job() {
        TestStudio elsewhere = new TestStudio();
        elsewhere.jobs.remember("storage", "that of another node");
        try (TestServer server = new TestServer.Setup().studio(elsewhere).start()) {
            Client.Answer answer = server.client.get("/health/readiness");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().get("error_code").asText()).isEqualTo("STORAGE_NOT_SHARED");
            assertThat(answer.json().get("message").asText()).contains("mount the volume", "MV_DATA_DIR");
            assertThat(server.client.get("/health").status()).isEqualTo(200);
            assertThat(server.client
                            .post("/api/mv/generate_video", CLIP, "Prefer", "wait=1")
                            .status())
                    .isEqualTo(202);
            assertThat(elsewhere.videos.requests()).isEmpty();
        }
    }

    @Test
    void a_node_that_cannot_reach_its_files_says_so() {
        try (TestServer server = TestServer.start()) {
            server.studio.store.failWith(StorageException.Fault.STORAGE_UNAVAILABLE);
            Client.Answer answer = server.client.get("/health/readiness");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().get("error_code").asText()).isEqualTo("STORAGE_UNAVAILABLE");
        }
    }

    @Test
    void what_an_adapter_finds_wrong_is_told_by_name_and_only_storage_keeps_from_working() {
        try (TestServer server = TestServer.start()) {
            server.studio.faults.put("fake", List.of("http://127.0.0.1:8188 lacks the model card.safetensors"));
            JsonNode faulty = server.client.get("/health/readiness").json();

            assertThat(faulty.at("/status").asText()).isEqualTo("UP");
            assertThat(faulty.at("/backends/fake").asText()).isEqualTo("FAULTY");
            assertThat(faulty.at("/faults/fake/0").asText()).contains("card.safetensors");

            server.studio.faults.put("storage", List.of("the bucket films is not there"));
            Client.Answer unready = server.client.get("/health/readiness");

            assertThat(unready.status()).isEqualTo(503);
            assertThat(unready.json().get("error_code").asText()).isEqualTo("STORAGE_UNAVAILABLE");
            assertThat(unready.json().get("message").asText()).contains("the bucket films is not there");
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
            StudioConfiguration configuration =
                    new TestServer.Setup().port(port).studio(second).configuration();

            assertThatThrownBy(
                            () -> new WebServer().start(configuration, second.open(configuration), TestServer.TIMING))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:" + port)
                    .hasMessageContaining("MV_PORT");
            assertThat(second.closed).isTrue();
        }
    }

    @Test
    void a_request_may_take_longer_than_a_connection_may_idle_elsewhere() throws Exception {
        try (TestServer impatient =
                new TestServer.Setup().idleTimeout(Duration.ofSeconds(1)).start()) {
            impatient.studio.videos.breakDown(ErrorCode.PROVIDER_UNAVAILABLE);

            assertThatThrownBy(() -> impatient.client.post("/api/mv/generate_video", CLIP))
                    .isInstanceOf(AssertionError.class);
            assertThat(impatient.client.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void closing_lets_a_running_request_end() throws Exception {
        TestServer server = TestServer.start();
        server.studio.videos.breakDown(ErrorCode.PROVIDER_UNAVAILABLE);
        var answer = CompletableFuture.supplyAsync(() -> server.client.post("/api/mv/generate_video", CLIP), THREADS);
        server.studio.awaitStarted();

        var closing = CompletableFuture.runAsync(server::close, THREADS);
        Eventually.isTrue(Duration.ofSeconds(5), () -> refusesConnections(server));
        server.studio.videos.breakDown(null);

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
    void who_still_waits_when_the_server_stops_is_told_to_ask_for_the_job_later() throws Exception {
        TestServer server = TestServer.start();
        server.studio.videos.breakDown(ErrorCode.PROVIDER_UNAVAILABLE);
        var waiting = CompletableFuture.supplyAsync(() -> server.client.post("/api/mv/generate_video", CLIP), THREADS);
        server.studio.awaitStarted();

        CompletableFuture.runAsync(server::close, THREADS).get(9, TimeUnit.SECONDS);

        assertThat(server.studio.closed).isTrue();
        Client.Answer answer = waiting.get(10, TimeUnit.SECONDS);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.json().get("error_code").asText()).isEqualTo("SERVER_STOPPING");
        assertThat(answer.json().get("job_id").asText()).isEqualTo(answer.header("X-Job-Id"));

        server.studio.videos.breakDown(null);
        try (TestServer next = new TestServer.Setup().studio(server.studio).start()) {
            next.awaitJob(answer.header("X-Job-Id"), "succeeded");
            assertThat(server.studio.videos.requests()).hasSize(1);
        }
    }
}
