package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Status;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobEventsTest {
    private static final String CLIP = "{\"prompt\":\"p\"}";

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start();
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

    private Events follow(String job, String query, String... headers) throws Exception {
        return new Events(server.address(), "/api/mv/jobs/" + job + "/events" + query, headers);
    }

    @Test
    void a_job_is_told_from_its_first_event_to_its_result() throws Exception {
        server.studio.videos.script(new Status.Running(0.25), new Status.Running(0.5), new Status.Running(0.75));
        String job = order();

        try (Events events = follow(job, "")) {
            assertThat(events.response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            List<Events.Event> all = events.rest();

            assertThat(all.stream().map(Events.Event::id).toList())
                    .isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
            assertThat(all.get(0).type()).isEqualTo("state");
            assertThat(all.get(0).json().get("state").asText()).isEqualTo("queued");
            assertThat(all.stream().map(Events.Event::type)).contains("progress");
            assertThat(all.getLast().type()).isEqualTo("result");
            assertThat(all.getLast().json()).isEqualTo(server.job(job).get("result"));
        }
    }

    @Test
    void who_was_cut_off_goes_on_where_it_was() throws Exception {
        server.studio.videos.script(new Status.Running(0.25), new Status.Running(0.5), new Status.Running(0.75));
        String job = order();
        List<Events.Event> whole;
        try (Events events = follow(job, "")) {
            whole = events.rest();
        }

        for (int seen = 0; seen < whole.size(); seen++) {
            try (Events byHeader = follow(job, "?last_event_id=1", "Last-Event-ID", String.valueOf(seen));
                    Events byQuery = follow(job, "?last_event_id=" + seen)) {
                assertThat(byHeader.rest()).isEqualTo(whole.subList(seen, whole.size()));
                assertThat(byQuery.rest()).isEqualTo(whole.subList(seen, whole.size()));
            }
        }
        assertThat(server.client
                        .get("/api/mv/jobs/" + job + "/events?last_event_id=" + whole.size())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void a_silent_job_has_a_heartbeat_and_goes_on_to_be_told() throws Exception {
        server.studio.videos.breakDown(ErrorCode.PROVIDER_UNAVAILABLE);
        String job = order();
        server.studio.awaitStarted();

        try (Events events = follow(job, "")) {
            int heartbeats = 0;
            while (heartbeats < 3) {
                heartbeats += events.next().type().equals(":") ? 1 : 0;
            }
            server.studio.videos.breakDown(null);

            assertThat(events.rest().getLast().type()).isEqualTo("result");
        }
    }

    @Test
    void after_a_retry_the_numbers_go_on() throws Exception {
        server.studio.videos.fail(ErrorCode.CONTENT_POLICY_VIOLATION);
        String job = order();
        List<Events.Event> first;
        try (Events events = follow(job, "")) {
            first = events.rest();
        }
        assertThat(first.getLast().type()).isEqualTo("error");
        assertThat(first.getLast().json().get("error_code").asText()).isEqualTo("CONTENT_POLICY_VIOLATION");
        server.studio.videos.script();
        server.client.post("/api/mv/jobs/" + job + "/retry", "");

        try (Events rest = follow(job, "?last_event_id=" + first.size());
                Events all = follow(job, "")) {
            List<Events.Event> second = rest.rest();
            assertThat(second.get(0).id()).isEqualTo(first.size() + 1L);
            assertThat(second.getLast().type()).isEqualTo("result");
            List<Events.Event> both = all.rest();
            assertThat(both).hasSize(first.size() + second.size());
            assertThat(both.get(first.size() - 1).type()).isEqualTo("error");
            assertThat(both.get(first.size() - 1).json().get("error").asText()).isEqualTo("VideoGenerationError");
        }
    }

    @Test
    void pictures_are_left_out_of_results_on_demand() throws Exception {
        String job = server.client
                .post("/api/mv/generate_character_reference", "{\"character_description\":\"a robot\"}")
                .header("X-Job-Id");

        try (Events with = follow(job, "");
                Events without = follow(job, "?include_base64=false")) {
            assertThat(with.rest().getLast().json().has("image_base64")).isTrue();
            assertThat(without.rest().getLast().json().has("image_base64")).isFalse();
        }
    }

    @Test
    void a_client_that_goes_away_is_not_told_any_more() throws Exception {
        server.studio.videos.breakDown(ErrorCode.PROVIDER_UNAVAILABLE);
        String job = order();
        server.studio.awaitStarted();
        for (int i = 0; i < 20; i++) {
            try (Raw raw = new Raw(server.address())) {
                raw.send("GET /api/mv/jobs/" + job + "/events HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(raw.read().status()).isEqualTo(200);
            }
        }

        Eventually.isTrue(Duration.ofSeconds(10), server.studio.watched::isUnwatched);
        server.studio.videos.breakDown(null);
        server.awaitJob(job, "succeeded");
    }

    @Test
    void a_slow_reader_keeps_nobody_waiting_and_misses_nothing() throws Exception {
        server.studio.videos.script(java.util.stream.IntStream.range(0, 50)
                .mapToObj(i -> new Status.Running(i / 50.0))
                .toArray(Status[]::new));
        String job = order();
        try (Events slow = follow(job, "")) {
            server.awaitJob(job, "succeeded");
            assertThat(server.client.get("/health").status()).isEqualTo(200);

            List<Events.Event> all = slow.rest();
            assertThat(all.stream().map(Events.Event::id).toList())
                    .isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
            assertThat(all.getLast().type()).isEqualTo("result");
        }
    }

    @Test
    void a_server_that_stops_ends_the_streams_at_once() throws Exception {
        server.studio.videos.breakDown(ErrorCode.PROVIDER_UNAVAILABLE);
        String job = order();
        try (Events events = follow(job, "")) {
            assertThat(events.next().type()).isEqualTo("state");

            server.close();

            assertThat(events.rest().stream().map(Events.Event::type)).doesNotContain("result", "error");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.5", "99999999999999999999"})
    void a_number_that_is_none_is_refused(String id) {
        String job = order();

        Client.Answer query = server.client.get("/api/mv/jobs/" + job + "/events?last_event_id=" + id);
        Client.Answer header = server.client.get("/api/mv/jobs/" + job + "/events", "Last-Event-ID", id);

        assertThat(query.status()).isEqualTo(400);
        assertThat(query.json().at("/violations/0/field").asText()).isEqualTo("last_event_id");
        assertThat(header.status()).isEqualTo(400);
        assertThat(header.json().at("/violations/0/field").asText()).isEqualTo("Last-Event-ID");
    }
}
