package dev.mvstudio.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.testkit.provider.Settling;
import dev.mvstudio.testkit.video.FakeVideoModel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeProviderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private FakeProvider provider;

    @BeforeEach
    void start() throws IOException {
        provider = FakeProvider.start(0, Behaviour.prompt(), folder.resolve("ledger.txt"));
    }

    @AfterEach
    void stop() {
        client.close();
        provider.close();
    }

    private HttpRequest request(String method, String path, Form body) {
        return HttpRequest.newBuilder(URI.create(provider.address() + path))
                .method(method, BodyPublishers.ofString(body.toString()))
                .build();
    }

    private HttpResponse<String> call(String method, String path, Form body) throws Exception {
        return client.send(request(method, path, body), BodyHandlers.ofString());
    }

    private Form get(String path) throws Exception {
        return Form.parse(call("GET", path, Form.of()).body());
    }

    private String ordered(String key) throws Exception {
        return Form.parse(call("POST", "/generations", order(key)).body()).get("id");
    }

    private static Form order(String key) {
        return Form.of().with("key", key).with("by", "test").with("kind", "video");
    }

    @Test
    void what_is_ordered_is_finished_and_can_be_fetched() throws Exception {
        String id = ordered("a");

        assertThat(get("/generations/" + id).get("state")).isEqualTo("finished");
        assertThat(client.send(request("GET", "/outputs/" + id + "/0", Form.of()), BodyHandlers.ofByteArray())
                        .body())
                .isEqualTo(FakeVideoModel.clip());
    }

    @Test
    void the_same_key_twice_is_two_generations_and_shows() throws Exception {
        String first = ordered("a");
        ordered("a");
        ordered("b");

        assertThat(provider.ledger().duplicates()).containsOnlyKeys("a");
        assertThat(get("/generations?key=a").get("id")).isEqualTo(first);
        assertThat(Files.readAllLines(folder.resolve("ledger.txt"))).hasSize(3);
        assertThat(call("GET", "/ledger", Form.of()).body()).contains(" b test video ", "calls {find=1}");
    }

    @Test
    void an_order_is_accepted_before_it_is_answered() throws Exception {
        provider.behave(Behaviour.prompt().answeringWithin(Duration.ofDays(365)));
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request("POST", "/generations", order("a")), BodyHandlers.ofString());

        Settling.until(() -> provider.ledger().orders("a").size() == 1, PATIENCE);

        assertThat(answer).isNotDone();
        answer.cancel(true);
    }

    @Test
    void it_can_be_told_to_forget_to_fail_and_to_lose() throws Exception {
        String before = ordered("a");
        call("PUT", "/behaviour", Form.parse("finds=false&failures=1.0&remembers_outputs=false"));
        String after = ordered("b");

        assertThat(call("GET", "/generations?key=a", Form.of()).statusCode()).isEqualTo(501);
        assertThat(get("/generations/" + before).get("state")).isEqualTo("finished");
        assertThat(get("/generations/" + after).get("state")).isEqualTo("failed");
        assertThat(call("GET", "/outputs/" + before + "/0", Form.of()).statusCode())
                .isEqualTo(410);
    }

    @Test
    void what_takes_long_can_be_canceled_and_what_is_over_cannot() throws Exception {
        String over = ordered("a");
        provider.behave(Behaviour.prompt().runningFor(Duration.ofDays(1)));
        String running = ordered("b");
        call("POST", "/generations/" + over + "/cancel", Form.of());
        call("POST", "/generations/" + running + "/cancel", Form.of());

        assertThat(get("/generations/" + over).get("state")).isEqualTo("finished");
        assertThat(get("/generations/" + running).get("state")).isEqualTo("canceled");
        assertThat(provider.ledger().mostAtOnce()).isEqualTo(1);
    }

    @Test
    void what_takes_long_can_be_hurried() throws Exception {
        provider.behave(Behaviour.prompt().runningFor(Duration.ofDays(1)));
        String slow = ordered("a");

        provider.hurry();

        assertThat(get("/generations/" + slow).get("state")).isEqualTo("finished");
    }

    @Test
    void what_is_not_understood_is_refused() throws Exception {
        assertThat(call("POST", "/generations", Form.of()).statusCode()).isEqualTo(400);
        assertThat(call("GET", "/nowhere", Form.of()).statusCode()).isEqualTo(404);
        assertThat(call("GET", "/generations/none", Form.of()).statusCode()).isEqualTo(404);
        assertThat(call("GET", "/generations?key=none", Form.of()).statusCode()).isEqualTo(404);
    }
}
