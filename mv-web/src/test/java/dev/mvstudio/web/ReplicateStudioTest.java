package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.testkit.provider.Settling;
import dev.mvstudio.testkit.replicate.Call;
import dev.mvstudio.testkit.replicate.Created;
import dev.mvstudio.testkit.replicate.FakeReplicate;
import dev.mvstudio.testkit.replicate.Fault;
import dev.mvstudio.testkit.replicate.Outcome;
import dev.mvstudio.testkit.replicate.WebhookFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as it is shipped, with a token for a Replicate that is not the real one. */
class ReplicateStudioTest {
    @TempDir
    static Path folder;

    private static final FakeReplicate REPLICATE = FakeReplicate.start().taking(Duration.ofMillis(300));

    private static ShippedServer server;
    private static Client client;

    @BeforeAll
    static void start() {
        server = start(REPLICATE, "shared", Map.of());
        client = server.client;
    }

    private static ShippedServer start(FakeReplicate replicate, String name, Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "MV_REPLICATE_POLL_INTERVAL",
                "100 ms",
                "REPLICATE_API_TOKEN",
                replicate.token(),
                "MV_REPLICATE_BASE_URL",
                replicate.api().toString(),
                "MV_REPLICATE_OUTPUT_HOSTS",
                replicate.delivery().getAuthority()));
        variables.putAll(more);
        return ShippedServer.start(folder, name, variables);
    }

    @AfterAll
    static void stop() {
        server.close();
        REPLICATE.close();
        assertThat(REPLICATE.outputs().askedWithToken()).isEmpty();
    }

    @BeforeEach
    void nothingIsWrong() {
        REPLICATE.faults().clear();
        REPLICATE.outcomes().clear();
    }

    /** What a page of today gets from one of the {@code replicate-clients.mjs}. */
    private static JsonNode page(ShippedServer server, String scenario) throws Exception {
        return NodeScript.run("replicate-clients.mjs", server.address(), scenario);
    }

    /** A server and a provider that no other test meets. */
    private static final class Own implements AutoCloseable {
        private final FakeReplicate replicate = FakeReplicate.start();
        private final ShippedServer server;
        private final Client client;

        Own(String name, Map<String, String> more) {
            server = start(replicate.taking(Duration.ofMillis(300)), name, more);
            client = server.client;
        }

        boolean isOver(String job) {
            return !client.get("/api/mv/jobs/" + job).json().get("finished_at").isNull();
        }

        @Override
        public void close() {
            server.close();
            replicate.close();
        }
    }

    private static List<Created> clips(String prompt) {
        return REPLICATE.ledger().created().stream()
                .filter(order -> order.input("prompt").startsWith(prompt))
                .toList();
    }

    private static Client.Answer film(String prompt) {
        return client.post("/api/mv/generate_video", "{\"prompt\":\"" + prompt + "\"}");
    }

    @Test
    void the_workflow_of_todays_pages_gives_four_clips_that_resemble_the_character() throws Exception {
        int before = REPLICATE.ledger().created().size();
        JsonNode seen = page(server, "workflow");

        assertThat(seen.get("scenes")).hasSize(4);
        assertThat(seen.get("videos")).hasSize(4).allSatisfy(video -> {
            assertThat(video.at("/metadata/backend_used").asText()).isEqualTo("replicate");
            assertThat(video.at("/metadata/model_used").asText()).isEqualTo("google/veo-3.1");
            assertThat(video.at("/metadata/parameters_used/duration").asInt()).isEqualTo(8);
            assertThat(video.at("/metadata/parameters_used/generate_audio").asBoolean())
                    .isTrue();
        });
        assertThat(seen.get("types"))
                .allSatisfy(type -> assertThat(type.asText()).isEqualTo("video/mp4"));
        assertThat(seen.at("/infos/3/file_size_bytes")).isEqualTo(seen.at("/sizes/3"));
        assertThat(REPLICATE.ledger().created().stream().skip(before))
                .filteredOn(order -> order.model().equals("google/veo-3.1"))
                .hasSize(4)
                .allSatisfy(order -> {
                    assertThat(order.input().get("reference_images")).hasSize(1);
                    assertThat(order.input().get("duration").isInt()).isTrue();
                    assertThat(order.cancelAfter()).contains("1800s");
                });
    }

    @Test
    void a_page_that_films_in_batches_gets_every_clip() throws Exception {
        JsonNode seen = page(server, "batch");

        assertThat(seen.get("failures")).isEmpty();
        assertThat(seen.get("successes"))
                .hasSize(6)
                .allSatisfy(
                        made -> assertThat(made.at("/value/video_url").asText()).startsWith("/api/mv/get_video/"));
    }

    @Test
    void a_page_that_tries_again_is_told_what_went_wrong() throws Exception {
        try (Own own = new Own("retrying", Map.of())) {
            FakeReplicate replicate = own.replicate;
            assertThat(page(own.server, "retry").path("error").asText()).isEmpty();

            replicate.outcomes().once(Outcome.flaggedInManyWords());
            assertThat(page(own.server, "retry").get("error").asText())
                    .isEqualTo("Prompt violates content policies. Please modify.");

            replicate.faults().once(Fault.throttled(1), Call.CREATE);
            assertThat(page(own.server, "retry").path("error").asText()).isEmpty();

            replicate.faults().once(Fault.throttled(100_000), Call.CREATE);
            assertThat(page(own.server, "retry").get("error").asText())
                    .isEqualTo("Rate limit exceeded. Please try again later.");
        }
    }

    @Test
    void a_page_is_told_that_the_token_is_wrong() throws Exception {
        try (Own own = new Own("revoked", Map.of("REPLICATE_API_TOKEN", "r8_revoked"))) {
            assertThat(page(own.server, "retry").get("error").asText())
                    .isEqualTo("Server configuration error. Contact support.");
            assertThat(own.replicate.ledger().answers(401)).isEqualTo(1);
        }
    }

    @Test
    void a_page_may_hand_in_the_character_that_it_got_in_base64() throws Exception {
        assertThat(page(server, "drawn").at("/metadata/model_used").asText()).isEqualTo("google/veo-3.1");
        assertThat(page(server, "chosen").at("/metadata/model_used").asText()).isEqualTo("google/veo-3.1");

        assertThat(List.of(clips("It waves").get(0), clips("It sits").get(0)))
                .extracting(Created::input)
                .allSatisfy(input ->
                        assertThat(input.at("/reference_images/0").asText()).startsWith("data:image/png;base64,"));
    }

    @Test
    void seed_zero_and_no_sound_reach_the_wire() {
        Client.Answer answer = client.post(
                "/api/mv/generate_video",
                "{\"prompt\":\"Zero\",\"seed\":0,\"generate_audio\":false,\"duration\":4,\"aspect_ratio\":\"9:16\"}");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode input = clips("Zero").get(0).input();
        assertThat(input.get("seed").asInt(-1)).isZero();
        assertThat(input.get("generate_audio").asBoolean(true)).isFalse();
        assertThat(input.get("aspect_ratio").asText()).isEqualTo("9:16");
    }

    @Test
    void what_the_model_cannot_do_is_refused_before_anything_is_sent() {
        Client.Answer answer =
                client.post("/api/mv/generate_video", "{\"prompt\":\"Five\",\"duration\":5,\"aspect_ratio\":\"1:1\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error_code").asText()).isEqualTo("UNSUPPORTED_PARAMETER");
        assertThat(answer.json().get("violations")).hasSize(2);
        assertThat(clips("Five")).isEmpty();
    }

    @Test
    void what_the_models_can_do_is_listed() {
        JsonNode models = client.get("/api/mv/backends").json().at("/backends/0/models");

        JsonNode imagen = models.get(0).get("capabilities");
        assertThat(imagen.get("safety_filter_levels")).hasSize(3);
        assertThat(imagen.get("max_seed").isNull()).isTrue();
        JsonNode veo = models.get(models.size() - 3).get("capabilities");
        assertThat(veo.get("reference_images_only_for").asText()).isEqualTo("16:9 and 8 seconds");
        assertThat(veo.get("max_seed").asLong()).isEqualTo(4_294_967_295L);
    }

    @Test
    void an_empty_account_is_told_without_the_providers_link() {
        REPLICATE.faults().once(Fault.insufficientCredit(), Call.CREATE);

        Client.Answer answer = film("Empty");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().get("error_code").asText()).isEqualTo("INSUFFICIENT_CREDIT");
        assertThat(answer.text()).doesNotContain("http");
        assertThat(clips("Empty")).isEmpty();
    }

    @Test
    void a_create_whose_answer_was_lost_is_found_and_not_sent_again() {
        REPLICATE.faults().once(Fault.lost(), Call.CREATE);

        assertThat(film("Lost").status()).isEqualTo(200);
        assertThat(clips("Lost")).hasSize(1);
    }

    @Test
    void a_prediction_that_was_interrupted_is_started_once_more() {
        REPLICATE.outcomes().once(Outcome.interrupted());

        assertThat(film("Interrupted").status()).isEqualTo(200);
        assertThat(clips("Interrupted")).hasSize(2);
    }

    /** One that Replicate can reach. */
    private static Own told(String name, String pollInterval) {
        String port = freePort();
        return new Own(
                name,
                Map.of(
                        "MV_PORT",
                        port,
                        "MV_PUBLIC_URL",
                        "http://127.0.0.1:" + port,
                        "MV_REPLICATE_POLL_INTERVAL_WHEN_TOLD",
                        pollInterval));
    }

    private static String lake(Own own) {
        return own.client
                .post("/api/mv/generate_video", "{\"prompt\":\"A lake\"}", "Prefer", "respond-async")
                .json()
                .get("id")
                .asText();
    }

    @Test
    void results_whose_webhooks_are_lost_are_asked_for() {
        try (Own own = told("lost", "3 s")) {
            own.replicate.webhooks().faults().always(WebhookFault.LOST);

            String job = lake(own);

            Settling.until(() -> own.isOver(job), Duration.ofSeconds(60));
            assertThat(own.replicate.webhooks().sent())
                    .isNotEmpty()
                    .allSatisfy(sent -> assertThat(sent.tries()).isZero());
            assertThat(own.client.get("/api/mv/jobs/" + job).json().get("state").asText())
                    .isEqualTo("succeeded");
        }
    }

    @Test
    void webhooks_bring_results_without_waiting_for_the_next_question() {
        try (Own own = told("told", "10 min")) {
            own.replicate.taking(Duration.ofSeconds(2));

            String job = lake(own);
            Settling.until(() -> !own.replicate.webhooks().sent().isEmpty(), Duration.ofSeconds(20));

            assertThat(own.replicate.webhooks().sent())
                    .allSatisfy(sent -> assertThat(sent.status()).isEqualTo(200));
            Settling.until(() -> own.isOver(job), Duration.ofSeconds(20));
            assertThat(own.replicate.ledger().calls(Call.GET)).isLessThan(4);
        }
    }

    private static String freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
