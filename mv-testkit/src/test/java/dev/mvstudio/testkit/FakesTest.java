package dev.mvstudio.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FakesTest {
    private static Map<String, String> environment(Fakes fakes) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        fakes.print(new PrintStream(text, false, UTF_8));
        return text.toString(UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    @Test
    void what_is_printed_leads_to_the_fakes() throws Exception {
        try (Fakes fakes = Fakes.start(0, Duration.ofMillis(50));
                HttpClient client = HttpClient.newHttpClient()) {
            Map<String, String> environment = environment(fakes);
            HttpRequest account = HttpRequest.newBuilder(
                            URI.create(environment.get("MV_REPLICATE_BASE_URL") + "/account"))
                    .header("Authorization", "Bearer " + environment.get("REPLICATE_API_TOKEN"))
                    .build();
            URI outputs = URI.create("http://" + environment.get("MV_REPLICATE_OUTPUT_HOSTS") + "/none.mp4");

            assertThat(client.send(account, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
            assertThat(client.send(HttpRequest.newBuilder(outputs).build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(404);
            URI queue = URI.create(environment.get("MV_COMFYUI_URLS") + "/queue");
            assertThat(client.send(HttpRequest.newBuilder(queue).build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_taken_port_is_told() {
        try (Fakes fakes = Fakes.start(0, Duration.ZERO)) {
            int taken =
                    URI.create(environment(fakes).get("MV_REPLICATE_BASE_URL")).getPort();

            assertThatThrownBy(() -> Fakes.start(taken, Duration.ZERO))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("port " + taken);
        }
    }
}
