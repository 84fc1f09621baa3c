package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.provider.ErrorCode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);
    private static final String ROUTE = "/api/mv/generate_video";
    private static final String CLIP = "{\"prompt\":\"p\"}";

    private static void orderAndLeave(TestServer server) throws IOException {
        try (Raw raw = new Raw(server.address())) {
            raw.send("POST " + ROUTE + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 14\r\n\r\n" + CLIP);
            server.studio.awaitStarted();
        }
    }

    private static String onlyJob(TestServer server) {
        return server.client.get("/api/mv/jobs").json().at("/jobs/0/id").asText();
    }

    @Test
    void a_client_that_goes_away_leaves_the_job_running() throws IOException {
        try (TestServer server = TestServer.start()) {
            server.studio.videos.breakDown(ErrorCode.PROVIDER_UNAVAILABLE);
            orderAndLeave(server);
            server.studio.videos.breakDown(null);

            server.awaitJob(onlyJob(server), "succeeded");
            assertThat(server.studio.videos.canceled()).isEmpty();
        }
    }

    @Test
    void a_client_that_goes_away_cancels_the_job_where_this_is_wished() throws IOException {
        try (TestServer server = new TestServer.Setup().cancelOnDisconnect().start()) {
            server.studio.videos.script(running(10_000));
            orderAndLeave(server);

            server.awaitJob(onlyJob(server), "canceled");
            assertThat(server.studio.videos.canceled()).hasSize(1);
        }
    }

    static dev.mvstudio.domain.provider.Status[] running(int times) {
        return java.util.Collections.nCopies(times, new dev.mvstudio.domain.provider.Status.Running(0.5))
                .toArray(new dev.mvstudio.domain.provider.Status[0]);
    }

    @Test
    void a_server_that_stops_cancels_nothing() throws Exception {
        TestServer server = new TestServer.Setup().cancelOnDisconnect().start();
        server.studio.videos.breakDown(ErrorCode.PROVIDER_UNAVAILABLE);
        var waiting = CompletableFuture.supplyAsync(() -> server.client.post(ROUTE, CLIP), THREADS);
        server.studio.awaitStarted();

        server.close();

        String job = waiting.get(10, TimeUnit.SECONDS).header("X-Job-Id");
        server.studio.videos.breakDown(null);
        try (TestServer next = new TestServer.Setup().studio(server.studio).start()) {
            next.awaitJob(job, "succeeded");
        }
    }

    @Test
    void a_database_that_is_away_for_a_moment_only_delays_the_answer() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.studio.videos.breakDown(ErrorCode.PROVIDER_UNAVAILABLE);
            var waiting = CompletableFuture.supplyAsync(() -> server.client.post(ROUTE, CLIP), THREADS);
            server.studio.awaitStarted();

            server.studio.jobs.outOfOrder(true);
            server.studio.videos.breakDown(null);
            int calls = server.studio.jobs.calls();
            Eventually.isTrue(Duration.ofSeconds(10), () -> server.studio.jobs.calls() > calls + 2);
            server.studio.jobs.outOfOrder(false);

            assertThat(waiting.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
            assertThat(server.studio.videos.requests()).hasSize(1);
        }
    }

    /** The caller hears of the change, and the store is gone before it can be read. */
    @Test
    void a_database_that_stays_away_ends_the_waiting_with_the_name_of_the_job() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.studio.videos.breakDown(ErrorCode.PROVIDER_UNAVAILABLE);
            var waiting = CompletableFuture.supplyAsync(() -> server.client.post(ROUTE, CLIP), THREADS);
            server.studio.awaitStarted();
            String job = onlyJob(server);

            server.studio.watched.loseWhatIsOver(true);
            server.studio.videos.breakDown(null);

            Client.Answer answer = waiting.get(20, TimeUnit.SECONDS);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().get("error_code").asText()).isEqualTo("DATABASE_UNAVAILABLE");
            assertThat(answer.json().get("job_id").asText()).isEqualTo(job);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            server.studio.watched.loseWhatIsOver(false);
            server.awaitJob(job, "succeeded");
        }
    }
}
