package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be said with every order. */
class TermsTest {
    private static final String ROUTE = "/api/mv/generate_video";
    private static final String CLIP = "{\"prompt\":\"p\",\"seed\":3}";

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
    void what_shall_be_kept_is_kept() {
        String job =
                server.client.post(ROUTE, "{\"prompt\":\"p\",\"keep\":true}").header("X-Job-Id");

        assertThat(server.job(job).get("keep").asBoolean()).isTrue();
        assertThat(server.client.post(ROUTE, "{\"prompt\":\"p\",\"keep\":1}").status())
                .isEqualTo(400);
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
