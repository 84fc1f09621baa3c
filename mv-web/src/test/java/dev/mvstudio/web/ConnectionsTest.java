package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.mvstudio.domain.asset.Asset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsTest {
    private static final byte[] BYTES = new byte[12_000_000];

    private static TestServer server;
    private static String path;

    @BeforeAll
    static void start() {
        new Random(9).nextBytes(BYTES);
        server = TestServer.start();
        Asset video = server.studio.storeVideo(BYTES);
        path = "/api/mv/get_video/" + video.id();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String request(String method, String target, String... headers) {
        return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n"
                + Stream.of(headers).map(h -> h + "\r\n").reduce("", String::concat) + "\r\n";
    }

    @Test
    void a_connection_goes_on_after_files_and_answers_keep_the_order_of_the_requests() throws IOException {
        try (Raw raw = new Raw(server.address())) {
            raw.send(request("GET", path, "Range: bytes=0-4", "X-Request-Id: one")
                    + request("HEAD", path, "X-Request-Id: two")
                    + request("GET", path, "X-Request-Id: three")
                    + request("GET", "/health", "X-Request-Id: four")
                    + request("GET", path, "Range: bytes=-5", "X-Request-Id: five"));

            assertThat(raw.read().body()).isEqualTo(java.util.Arrays.copyOf(BYTES, 5));
            assertThat(raw.read(false).head())
                    .contains("X-Request-Id: two")
                    .containsIgnoringCase("content-length: 12000000");
            assertThat(raw.read().body()).isEqualTo(BYTES);
            assertThat(raw.read().text()).isEqualTo("{\"status\":\"UP\"}");
            Raw.Answer last = raw.read();
            assertThat(last.head()).contains("X-Request-Id: five");
            assertThat(last.body()).hasSize(5);
        }
    }

    @Test
    void a_connection_that_shall_close_closes_after_the_file() throws IOException {
        try (Raw raw = new Raw(server.address())) {
            raw.send(request("GET", path, "Connection: close"));

            assertThat(raw.read().body()).isEqualTo(BYTES);
            assertThat(raw.isClosed()).isTrue();
        }
    }

    @Test
    void http_1_0_is_served_and_closed() throws IOException {
        try (Raw raw = new Raw(server.address())) {
            raw.send("GET " + path + " HTTP/1.0\r\n\r\n");

            assertThat(raw.read().body()).isEqualTo(BYTES);
            assertThat(raw.isClosed()).isTrue();
        }
    }

    @Test
    void clients_that_go_away_in_the_middle_leave_no_open_file() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        assumeThat(descriptors).isDirectory();
        for (int i = 0; i < 20; i++) {
            try (Raw raw = new Raw(server.address())) {
                raw.send(request("GET", path));
                raw.input().readNBytes(1_000);
            }
        }

        Eventually.isTrue(Duration.ofSeconds(10), () -> openVideos(descriptors) == 0);
        assertThat(server.client.get("/health").status()).isEqualTo(200);
    }

    private static long openVideos(Path descriptors) {
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.filter(fd -> {
                        try {
                            return Files.readSymbolicLink(fd).toString().endsWith(".mp4");
                        } catch (IOException gone) {
                            return false;
                        }
                    })
                    .count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/mv/get_video/..",
                "/api/mv/get_video/%2e%2e",
                "/api/mv/get_video/..%2f..%2fetc%2fpasswd",
                "/api/mv/get_video/../../../etc/passwd",
                "/api/mv/get_video//etc/passwd",
                "/api/mv/get_video/%2fetc%2fpasswd",
                "/api/mv/get_video/..%5c..%5cwindows",
                "/api/mv/get_video/%00",
                "/api/mv/get_video/a%00.mp4",
                "/api/mv/get_video/%0d%0aX-Evil:%201",
                "/api/mv/get_video/A1B2C3D4-E5F6-7890-ABCD-EF1234567890",
                "/api/mv/get_video/a1b2c3d4-e5f6-7890-abcd-ef123456789",
                "/api/mv/get_video/a1b2c3d4-e5f6-7890-abcd-ef12345678901",
                "/api/mv/get_video/a1b2c3d4-e5f6-7890-abcd-ef1234567890.mp4",
                "/api/mv/get_video/%EF%BC%8F",
                "/api/mv/get_video/%C0%AE%C0%AE",
                "/api/mv/get_video/%F0%9F%90%88",
                "/api/mv/get_video/%",
                "/api/mv/get_video/%zz",
                "/api/mv/get_video/a b",
                "/api/mv/get_video/*",
                "/api/mv/get_video/a;b",
                "/api/mv/get_video/%2e%2e/info",
                "/api/mv/get_image/%2e%2e",
                "/api/mv/assets/..%2fx",
                "/docs/ui/..%2f..%2fpom.xml",
                "/docs/ui/../../../../../logback.xml",
                "/docs/page/%2e%2e/WebServer.class"
            })
    void an_id_that_is_none_is_refused_in_the_usual_shape(String target) throws IOException {
        try (Raw raw = new Raw(server.address())) {
            raw.send(request("GET", target));

            Raw.Answer answer = raw.read();
            assertThat(answer.status()).isIn(400, 404);
            assertThat(answer.text()).startsWith("{\"error\":");
            assertThat(answer.head()).contains("X-Request-Id: ").doesNotContain("X-Evil");
        }
    }

    @Test
    void a_very_long_id_is_refused() {
        Client.Answer answer = server.client.get("/api/mv/get_video/" + "a".repeat(300));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error_code").asText()).isEqualTo("INVALID_ID");
        assertThat(answer.json().get("violations").get(0).get("field").asText()).isEqualTo("video_id");
        assertThat(answer.text()).doesNotContain("a".repeat(150));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404, NotFound",
        "GET, /api/mv/create_scenes, 405, MethodNotAllowed",
        "DELETE, /api/mv/generate_video, 405, MethodNotAllowed",
        "PUT, /health, 405, MethodNotAllowed",
        "GET, /docs/ui/nothing.js, 404, NotFound"
    })
    void what_is_not_there_is_told_in_the_usual_shape(String method, String target, int status, String error) {
        Client.Answer answer = server.client.send(
                method, target, java.net.http.HttpRequest.BodyPublishers.noBody(), "X-Request-Id", "mine");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("error").asText()).isEqualTo(error);
        assertThat(answer.header("X-Request-Id")).isEqualTo("mine");
        if (status == 405) {
            assertThat(answer.header("Allow")).isNotBlank();
        }
    }

    @Test
    void an_accept_that_cannot_be_met_is_told_in_the_usual_shape() {
        Client.Answer answer = server.client.get("/health", "Accept", "image/gif");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.json().get("error").asText()).isEqualTo("NotAcceptable");
    }

    @Test
    void a_request_id_that_is_not_usable_is_replaced() throws IOException {
        try (Raw raw = new Raw(server.address())) {
            raw.send(request("GET", "/health", "X-Request-Id: " + "x".repeat(128)));
            assertThat(raw.read().head()).contains("X-Request-Id: " + "x".repeat(128));
            raw.send(request("GET", "/health", "X-Request-Id: " + "x".repeat(129)));
            assertThat(raw.read().head()).containsPattern("X-Request-Id: [0-9a-f-]{36}\r\n");
            raw.send(request("GET", "/health", "X-Request-Id: a b"));
            assertThat(raw.read().head()).containsPattern("X-Request-Id: [0-9a-f-]{36}\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/mv/create_scenes", "/api/mv/generate_video"})
    void a_body_over_the_limit_is_refused_before_it_is_sent(String target) throws IOException {
        try (Raw raw = new Raw(server.address())) {
            raw.send(request("POST", target, "Content-Type: application/json", "Content-Length: 40000000"));

            Raw.Answer answer = raw.read();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.text()).contains("\"PayloadTooLarge\"", "1000000 bytes");
            assertThat(answer.head()).contains("X-Request-Id: ");
        }
    }

    @Test
    void a_chunked_body_over_the_limit_is_refused_on_the_way() throws IOException {
        try (Raw raw = new Raw(server.address())) {
            raw.send(request(
                    "POST", "/api/mv/generate_video", "Content-Type: application/json", "Transfer-Encoding: chunked"));
            String chunk = "20000\r\n" + " ".repeat(0x20000) + "\r\n";
            for (int i = 0; i < 9; i++) {
                raw.send(chunk);
            }

            Raw.Answer answer = raw.read();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.text()).contains("1000000 bytes");
        }
    }

    @Test
    void pages_of_this_machine_may_call_and_others_may_not() {
        Client.Answer local = server.client.get("/health", "Origin", "http://localhost:3000");
        Client.Answer foreign = server.client.get("/health", "Origin", "https://evil.example");

        assertThat(local.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
        assertThat(local.header("Access-Control-Expose-Headers")).contains("X-Job-Id");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.json().get("error").asText()).isEqualTo("Forbidden");
        assertThat(foreign.header("Access-Control-Allow-Origin")).isNull();
    }
}
