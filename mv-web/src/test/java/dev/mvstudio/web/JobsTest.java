package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobsTest {
    private static final String CLIP = "{\"prompt\":\"p\"}";
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer.Setup().lane(1, 100).start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String order() {
        return server.client
                .post("/api/mv/generate_video", CLIP, "Prefer", "respond-async")
                .header("X-Job-Id");
    }

    @Test
    void jobs_are_listed_page_by_page_newest_first() {
        List<String> ordered = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ordered.addFirst(order());
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = server.client.get("/api/mv/jobs?limit=2" + cursor).json();
            page.get("jobs").forEach(job -> seen.add(job.get("id").asText()));
            cursor = page.get("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("next_cursor").asText();
            pages++;
        } while (!cursor.isEmpty());

        assertThat(seen).isEqualTo(ordered);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void jobs_are_listed_by_kind_and_state() {
        server.awaitJob(order(), "succeeded");
        server.client.post("/api/mv/create_scenes", "{\"idea\":\"i\",\"character_description\":\"c\"}");

        assertThat(server.client.get("/api/mv/jobs?kind=create_scenes").json().get("jobs"))
                .hasSize(1);
        assertThat(server.client.get("/api/mv/jobs?state=succeeded").json().get("jobs"))
                .hasSize(2);
        assertThat(server.client.get("/api/mv/jobs?state=failed").json().get("jobs"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"kind, films", "state, SUCCEEDED", "limit, 0", "limit, 101", "limit, x", "cursor, next", "page, 2"})
    void a_bad_filter_is_named(String name, String value) {
        Client.Answer answer = server.client.get("/api/mv/jobs?" + name + "=" + value);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/violations/0/field").asText()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/events"})
    void an_unknown_job_is_not_found_and_a_bad_id_is_told(String route) {
        Client.Answer unknown = server.client.get("/api/mv/jobs/" + UNKNOWN + route);
        Client.Answer bad = server.client.get("/api/mv/jobs/first" + route);

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().get("message").asText()).isEqualTo("Job with ID " + UNKNOWN + " not found");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.json().get("error_code").asText()).isEqualTo("INVALID_ID");
    }

    @Test
    void an_unknown_job_cannot_be_changed() {
        assertThat(server.client.delete("/api/mv/jobs/" + UNKNOWN).status()).isEqualTo(404);
        assertThat(server.client.post("/api/mv/jobs/" + UNKNOWN + "/retry", "").status())
                .isEqualTo(404);
        assertThat(server.client
                        .patch("/api/mv/jobs/" + UNKNOWN, "{\"keep\":true}")
                        .status())
                .isEqualTo(404);
        assertThat(server.client.delete("/api/mv/jobs/x").status()).isEqualTo(400);
    }

    @Test
    void one_that_waits_tells_its_place_and_is_canceled_at_once() {
        server.studio.videos.breakDown(ErrorCode.PROVIDER_UNAVAILABLE);
        order();
        String second = order();
        String third = order();

        assertThat(server.job(second).get("queue_position").asInt()).isEqualTo(1);
        assertThat(server.job(third).get("queue_position").asInt()).isEqualTo(2);
        Client.Answer canceled = server.client.delete("/api/mv/jobs/" + second);

        assertThat(canceled.status()).isEqualTo(202);
        assertThat(canceled.json().get("state").asText()).isEqualTo("canceled");
        assertThat(canceled.json().at("/error/error_code").asText()).isEqualTo("CANCELED");
        assertThat(canceled.json().at("/links/cancel").isNull()).isTrue();
        assertThat(server.job(third).get("queue_position").asInt()).isEqualTo(1);
        server.studio.videos.breakDown(null);
    }

    @Test
    void one_that_runs_is_canceled_at_the_provider_too() {
        server.studio.videos.script(WaitingTest.running(10_000));
        String job = order();
        server.studio.awaitStarted();

        assertThat(server.client.delete("/api/mv/jobs/" + job).status()).isEqualTo(202);

        server.awaitJob(job, "canceled");
        assertThat(server.studio.videos.canceled()).hasSize(1);
    }

    @Test
    void one_that_is_over_cannot_be_canceled_and_one_that_succeeded_not_be_retried() {
        String job = order();
        server.awaitJob(job, "succeeded");

        Client.Answer cancel = server.client.delete("/api/mv/jobs/" + job);
        Client.Answer retry = server.client.post("/api/mv/jobs/" + job + "/retry", "");

        assertThat(cancel.status()).isEqualTo(409);
        assertThat(cancel.json().get("error").asText()).isEqualTo("Conflict");
        assertThat(cancel.json().get("error_code").asText()).isEqualTo("JOB_NOT_CANCELABLE");
        assertThat(retry.status()).isEqualTo(409);
        assertThat(retry.json().get("error_code").asText()).isEqualTo("JOB_NOT_RETRYABLE");
    }

    @Test
    void one_that_failed_is_tried_again() {
        server.studio.videos.fail(ErrorCode.CONTENT_POLICY_VIOLATION);
        String job = order();
        JsonNode failed = server.awaitJob(job, "failed");
        assertThat(failed.at("/error/error").asText()).isEqualTo("VideoGenerationError");
        assertThat(failed.at("/error/job_id").asText()).isEqualTo(job);
        server.studio.videos.script();

        Client.Answer again = server.client.post(failed.at("/links/retry").asText(), "");

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("Location")).isEqualTo("/api/mv/jobs/" + job);
        JsonNode over = server.awaitJob(job, "succeeded");
        assertThat(over.get("attempt").asInt()).isEqualTo(2);
        assertThat(over.has("error")).isFalse();
    }

    @Test
    void a_job_can_be_kept_and_let_go_again() {
        String job = "/api/mv/jobs/" + order();

        assertThat(server.client
                        .patch(job, "{\"keep\":true}")
                        .json()
                        .get("keep")
                        .asBoolean())
                .isTrue();
        assertThat(server.client
                        .patch(job, "{\"keep\":false}")
                        .json()
                        .get("keep")
                        .asBoolean())
                .isFalse();
        assertThat(server.client.patch(job, "{}").status()).isEqualTo(400);
        assertThat(server.client.patch(job, "{\"keep\":true,\"kepe\":1}").status())
                .isEqualTo(400);
        assertThat(server.client.patch(job, "keep").status()).isEqualTo(400);
    }

    @Test
    void the_server_is_ready_as_long_as_it_can_record_and_store() {
        Client.Answer ready = server.client.get("/health/readiness");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().get("database").asText()).isEqualTo("UP");
        assertThat(ready.json().get("storage").asText()).isEqualTo("UP");
        assertThat(ready.json().at("/backends/locked").asText()).isEqualTo("NOT_CONFIGURED");

        server.studio.jobs.outOfOrder(true);
        Client.Answer lost = server.client.get("/health/readiness");
        server.studio.jobs.outOfOrder(false);

        assertThat(lost.status()).isEqualTo(503);
        assertThat(lost.json().get("error_code").asText()).isEqualTo("DATABASE_UNAVAILABLE");
        assertThat(lost.header("Retry-After")).isEqualTo("5");
        assertThat(server.client.get("/health").status()).isEqualTo(200);
    }
}
