package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.SubmissionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersTest {
    private static final String ROUTE = "/api/mv/generate_video";
    private static final String CLIP = "{\"prompt\":\"p\",\"seed\":3}";
    private static final String KEY = "Idempotency-Key";

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void who_prefers_not_to_wait_gets_the_job_at_once() {
        server.studio.videos.breakDown(ErrorCode.PROVIDER_UNAVAILABLE);

        Client.Answer answer = server.client.post(ROUTE, CLIP, "Prefer", "respond-async");

        assertThat(answer.status()).isEqualTo(202);
        String id = answer.header("X-Job-Id");
        assertThat(answer.header("Location")).isEqualTo("/api/mv/jobs/" + id);
        assertThat(answer.header("Preference-Applied")).isEqualTo("respond-async");
        JsonNode job = answer.json();
        assertThat(job.get("id").asText()).isEqualTo(id);
        assertThat(job.get("kind").asText()).isEqualTo("generate_video");
        assertThat(job.get("state").asText()).isIn("queued", "running");
        assertThat(job.has("result")).isFalse();
        assertThat(job.at("/cost/estimated").asDouble()).isEqualTo(4.0);
        assertThat(job.at("/links/cancel").asText()).isEqualTo("/api/mv/jobs/" + id);

        server.studio.videos.breakDown(null);
        JsonNode over = server.awaitJob(id, "succeeded");
        assertThat(over.at("/result/metadata/job_id").asText()).isEqualTo(id);
        assertThat(over.at("/links/result").asText())
                .isEqualTo(over.at("/result/video_url").asText());
        assertThat(over.get("provider_job_id").asText()).isEqualTo(id);
    }

    @Test
    void who_waits_for_a_while_gets_the_result_when_it_is_there_in_time() {
        Client.Answer answer = server.client.post(ROUTE, CLIP, "Prefer", "wait=20");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Preference-Applied")).isEqualTo("wait=20");
        assertThat(answer.json().at("/metadata/job_id").asText()).isEqualTo(answer.header("X-Job-Id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wait=0", "respond-async, wait=1", "WAIT=\"1\", handling=lenient; x=y", "foo=\"a,b\", wait=1"})
    void who_waits_for_a_while_gets_the_job_when_it_is_not(String prefer) {
        server.studio.videos.breakDown(ErrorCode.PROVIDER_UNAVAILABLE);

        Client.Answer answer = server.client.post(ROUTE, CLIP, "Prefer", prefer);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("state").asText()).isIn("queued", "running");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Prefer|wait=soon", "Prefer|wait", "Prefer|wait=-1", "Prefer|;;", "Idempotency-Key|a b"})
    void a_header_that_cannot_be_read_is_named(String name, String value) {
        Client.Answer answer = server.client.post(ROUTE, CLIP, name, value);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/violations/0/field").asText()).isEqualTo(name);
        assertThat(server.studio.videos.requests()).isEmpty();
    }

    @Test
    void a_key_may_have_255_characters_and_not_more() {
        assertThat(server.client.post(ROUTE, CLIP, KEY, "k".repeat(255)).status())
                .isEqualTo(200);
        assertThat(server.client.post(ROUTE, CLIP, KEY, "k".repeat(256)).status())
                .isEqualTo(400);
    }

    @Test
    void fifty_callers_with_one_key_get_one_job_which_is_started_once() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(IntStream.range(0, 50)
                    .mapToObj(i -> (Callable<Client.Answer>) () -> server.client.post(ROUTE, CLIP, KEY, "one"))
                    .toList());

            assertThat(answers.stream().map(a -> a.resultNow().status())).containsOnly(200);
            assertThat(answers.stream().map(a -> a.resultNow().text()).distinct())
                    .hasSize(1);
            String job = answers.get(0).resultNow().header("X-Job-Id");
            assertThat(server.studio.videos.starts(new SubmissionKey(job))).isEqualTo(1);
            assertThat(server.studio.videos.requests()).hasSize(1);
        }
    }

    @Test
    void the_same_body_may_be_written_in_another_way() {
        String first = server.client
                .post(ROUTE, "{\"seed\": 3, \"prompt\": \"p\", \"duration\": null}", KEY, "k")
                .header("X-Job-Id");

        assertThat(server.client.post(ROUTE, CLIP, KEY, "k").header("X-Job-Id")).isEqualTo(first);
    }

    @Test
    void a_key_is_answered_in_the_way_that_the_request_prefers() {
        Client.Answer first = server.client.post(ROUTE, CLIP, KEY, "k");
        Client.Answer later = server.client.post(ROUTE, CLIP, KEY, "k", "Prefer", "respond-async");

        assertThat(later.status()).isEqualTo(202);
        assertThat(later.json().get("result")).isEqualTo(first.json());
    }

    @Test
    void another_order_under_the_same_key_is_refused() {
        String first = server.client.post(ROUTE, CLIP, KEY, "k").header("X-Job-Id");

        for (Client.Answer answer : new Client.Answer[] {
            server.client.post(ROUTE, "{\"prompt\":\"p\",\"seed\":4}", KEY, "k"),
            server.client.post(ROUTE, "{\"prompt\":\"p\",\"seed\":3,\"keep\":true}", KEY, "k"),
            server.client.post("/api/mv/generate_character_reference", "{\"character_description\":\"p\"}", KEY, "k")
        }) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().get("error").asText()).isEqualTo("IdempotencyMismatch");
            assertThat(answer.json().get("error_code").asText()).isEqualTo("IDEMPOTENCY_MISMATCH");
            assertThat(answer.header("X-Job-Id")).isEqualTo(first);
        }
        assertThat(server.studio.videos.requests()).hasSize(1);
    }

    @Test
    void a_failure_is_an_outcome_too() {
        server.studio.videos.fail(ErrorCode.CONTENT_POLICY_VIOLATION);
        Client.Answer first = server.client.post(ROUTE, CLIP, KEY, "k");
        server.studio.videos.script();

        Client.Answer again = server.client.post(ROUTE, CLIP, KEY, "k");

        assertThat(again.status()).isEqualTo(500);
        assertThat(again.json().get("error_code").asText()).isEqualTo("CONTENT_POLICY_VIOLATION");
        assertThat(again.header("X-Job-Id")).isEqualTo(first.header("X-Job-Id"));
        assertThat(server.studio.videos.requests()).hasSize(1);
    }

    @Test
    void a_picture_may_be_asked_for_with_and_without_its_bytes_under_one_key() {
        String route = "/api/mv/generate_character_reference";
        String robot = "{\"character_description\":\"a robot\"}";
        Client.Answer with = server.client.post(route, robot, KEY, "k");
        Client.Answer without = server.client.post(route + "?include_base64=false", robot, KEY, "k");

        assertThat(without.header("X-Job-Id")).isEqualTo(with.header("X-Job-Id"));
        assertThat(with.json().has("image_base64")).isTrue();
        assertThat(without.json().has("image_base64")).isFalse();
        JsonNode job = server.job(with.header("X-Job-Id"));
        assertThat(job.get("result")).isEqualTo(with.json());
        assertThat(job.at("/links/result").asText())
                .isEqualTo(with.json().get("image_url").asText());
    }

    @Test
    void what_shall_be_kept_is_kept() {
        String job =
                server.client.post(ROUTE, "{\"prompt\":\"p\",\"keep\":true}").header("X-Job-Id");

        assertThat(server.job(job).get("keep").asBoolean()).isTrue();
        assertThat(server.client.post(ROUTE, "{\"prompt\":\"p\",\"keep\":1}").status())
                .isEqualTo(400);
    }

    @Test
    void a_full_lane_says_when_to_come_back() {
        try (TestServer narrow = new TestServer.Setup().lane(1, 0).start()) {
            narrow.studio.videos.breakDown(ErrorCode.PROVIDER_UNAVAILABLE);
            narrow.client.post(ROUTE, CLIP, "Prefer", "respond-async");

            Client.Answer answer = narrow.client.post(ROUTE, CLIP);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().get("error").asText()).isEqualTo("Overloaded");
            assertThat(answer.json().get("error_code").asText()).isEqualTo("QUEUE_FULL");
            assertThat(answer.header("Retry-After")).isEqualTo("30");
            assertThat(answer.json().get("retryable").asBoolean()).isTrue();
            narrow.studio.videos.breakDown(null);
        }
    }

    @Test
    void nothing_is_done_that_cannot_be_recorded() {
        server.studio.jobs.outOfOrder(true);

        Client.Answer answer = server.client.post(ROUTE, CLIP);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("error").asText()).isEqualTo("Unavailable");
        assertThat(answer.json().get("error_code").asText()).isEqualTo("DATABASE_UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(server.studio.videos.requests()).isEmpty();
        server.studio.jobs.outOfOrder(false);
        assertThat(server.client.post(ROUTE, CLIP).status()).isEqualTo(200);
    }

    @Test
    void who_wants_to_be_told_is_told_how_it_ended_with_the_job() {
        try (TestServer telling = new TestServer.Setup().webhooks().start()) {
            Client.Answer answer =
                    telling.client.post(ROUTE, "{\"prompt\":\"p\",\"webhook_url\":\"https://example.org/hook\"}");

            assertThat(answer.status()).isEqualTo(200);
            Eventually.isTrue(
                    Duration.ofSeconds(20), () -> !telling.studio.sender.sent().isEmpty());
            JsonNode told = Client.parse(telling.studio.sender.sent().get(0).body());
            assertThat(told.get("type").asText()).isEqualTo("job.succeeded");
            assertThat(told.at("/data/id").asText()).isEqualTo(answer.header("X-Job-Id"));
            assertThat(told.at("/data/result")).isEqualTo(answer.json());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"webhook_url\":\"http://127.0.0.1/\"|webhook_url",
                "\"webhook_url\":\"https://example.org/\",\"webhook_events\":[\"end\"]|webhook_events",
                "\"webhook_events\":[\"result\"]|webhook_events"
            })
    void who_cannot_be_told_is_refused_before_anything_is_spent(String members, String field) {
        try (TestServer telling = new TestServer.Setup().webhooks().start()) {
            Client.Answer answer = telling.client.post(ROUTE, "{\"prompt\":\"p\"," + members + "}");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().at("/violations/0/field").asText()).isEqualTo(field);
            assertThat(telling.studio.videos.requests()).isEmpty();
        }
    }

    @Test
    void a_job_tells_when_it_is_forgotten() {
        String job = server.client.post(ROUTE, CLIP).header("X-Job-Id");
        Instant over = Instant.parse(server.job(job).get("finished_at").asText());

        assertThat(server.job(job).get("expires_at").asText())
                .isEqualTo(over.plus(Duration.ofDays(90)).toString());
        server.client.patch("/api/mv/jobs/" + job, "{\"keep\":true}");
        assertThat(server.job(job).get("expires_at").isNull()).isTrue();
    }
}
