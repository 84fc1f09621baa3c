package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.testkit.provider.FakeNoticeReceiver;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of a provider, over the wire. */
class NoticesTest {
    private static final String ROUTE = "/api/mv/webhooks/fake";

    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer.Setup().told().start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** A clip that runs, and is not asked about for a long time. */
    private String running() {
        int asked = server.studio.videos.questions();
        server.studio.videos.script(new Status.Running(0.5));
        String id = server.client
                .post("/api/mv/generate_video", "{\"prompt\":\"p\"}", "Prefer", "respond-async")
                .header("X-Job-Id");
        Eventually.isTrue(Duration.ofSeconds(20), () -> server.studio.videos.questions() > asked);
        return id;
    }

    private Client.Answer send(String path, byte[] body, Map<String, String> headers) {
        return server.client.send(
                "POST",
                path,
                BodyPublishers.ofByteArray(body),
                headers.entrySet().stream()
                        .flatMap(h -> Stream.of(h.getKey(), h.getValue()))
                        .toArray(String[]::new));
    }

    private Client.Answer tell(String noticeId, String ticketId) {
        byte[] body = FakeNoticeReceiver.body(ticketId);
        return send(ROUTE, body, FakeNoticeReceiver.headers(noticeId, Instant.now(), body));
    }

    private static String status(Client.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().get("status").asText();
    }

    @Test
    void a_job_that_is_told_is_over_soon() {
        String id = running();

        assertThat(status(tell("n-1", id))).isEqualTo("heard");

        server.awaitJob(id, "succeeded");
        assertThat(server.studio.videos.questions()).isEqualTo(2);
    }

    @Test
    void what_is_sent_again_or_of_nobody_or_of_what_is_over_is_ignored() {
        String id = running();
        tell("n-1", id);
        server.awaitJob(id, "succeeded");

        assertThat(status(tell("n-1", id))).isEqualTo("ignored");
        assertThat(status(tell("n-2", id))).isEqualTo("ignored");
        assertThat(status(tell("n-3", "nobody"))).isEqualTo("ignored");
    }

    @Test
    void what_is_not_the_providers_is_refused_and_changes_nothing() {
        String id = running();
        byte[] body = FakeNoticeReceiver.body(id);
        Map<String, String> headers = FakeNoticeReceiver.headers("n-1", Instant.now(), body);
        List<Client.Answer> answers = List.of(
                send(ROUTE, FakeNoticeReceiver.body("other"), headers),
                send(
                        ROUTE,
                        body,
                        FakeNoticeReceiver.headers("n-1", Instant.now().minusSeconds(400), body)),
                send(ROUTE, body, Map.of()));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().get("error").asText()).isEqualTo("Unauthorized");
            assertThat(answer.json().get("error_code").asText()).isEqualTo("UNAUTHENTICATED");
            assertThat(answer.header("WWW-Authenticate")).isNotBlank();
        });
        assertThat(server.studio.videos.questions()).isEqualTo(1);
        assertThat(server.job(id).get("state").asText()).isEqualTo("running");
    }

    @Test
    void nothing_is_no_message() {
        assertThat(send(ROUTE, new byte[0], Map.of()).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "nobody", "locked", "FAKE", "fake%00", "..%2ffake", "ü"})
    void of_other_backends_nothing_is_expected(String backend) {
        Client.Answer answer = send("/api/mv/webhooks/" + backend, new byte[] {1}, Map.of());

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.json().get("error").asText()).isIn("NotFound", "ValidationError");
    }

    @Test
    void what_cannot_be_checked_is_to_be_sent_again() {
        String id = running();
        server.studio.receiver.loseKey(true);
        Client.Answer later = tell("n-1", id);
        server.studio.receiver.loseKey(false);

        assertThat(later.status()).isEqualTo(503);
        assertThat(later.json().get("error_code").asText()).isEqualTo("PROVIDER_UNAVAILABLE");
        assertThat(later.header("Retry-After")).isNotBlank();
        assertThat(status(tell("n-1", id))).isEqualTo("heard");
    }

    @Test
    void what_cannot_be_passed_on_is_to_be_sent_again() {
        String id = running();
        server.studio.jobs.outOfOrder(true);
        Client.Answer later = tell("n-1", id);
        server.studio.jobs.outOfOrder(false);

        assertThat(later.status()).isEqualTo(503);
        assertThat(later.json().get("error_code").asText()).isEqualTo("DATABASE_UNAVAILABLE");
        assertThat(later.header("Retry-After")).isNotBlank();
        assertThat(status(tell("n-1", id))).isEqualTo("heard");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "application/json", "text/plain; charset=iso-8859-1", "application/octet-stream", "a/b"})
    void any_type_will_do_and_parameters_of_the_address_say_nothing(String type) {
        String id = running();
        byte[] body = FakeNoticeReceiver.body(id);
        Map<String, String> headers = FakeNoticeReceiver.headers("n-1", Instant.now(), body);
        Map<String, String> typed = new HashMap<>(headers);
        if (!type.isEmpty()) {
            typed.put("Content-Type", type);
        }

        assertThat(status(send(ROUTE + "?dry_run=true&x=%20", body, typed))).isEqualTo("heard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "nonsense"})
    void forms_and_nonsense_do_no_harm(String type) {
        byte[] body = "a=b&c".getBytes(StandardCharsets.UTF_8);
        Client.Answer answer = send(ROUTE, body, Map.of("Content-Type", type));

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(server.client.get("/health").status()).isEqualTo(200);
    }

    @Test
    void what_is_too_large_is_refused_before_it_is_sent() throws IOException {
        try (Raw raw = new Raw(server.address())) {
            raw.send("POST " + ROUTE + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40000000\r\n\r\n");

            Raw.Answer answer = raw.read();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.text()).contains("\"PayloadTooLarge\"");
        }
    }

    @Test
    void some_hundreds_at_once_are_all_answered_and_others_are_served_meanwhile() throws Exception {
        List<String> jobs = Stream.generate(this::running).limit(5).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
            List<Future<Client.Answer>> answers = IntStream.range(0, 400)
                    .mapToObj(i -> threads.submit(
                            () -> i % 20 == 0 ? server.client.get("/health") : tell("n-" + i % 100, jobs.get(i % 5))))
                    .toList();

            for (Future<Client.Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }
        jobs.forEach(id -> server.awaitJob(id, "succeeded"));
        assertThat(server.studio.videos.requests()).hasSize(5);
    }
}
