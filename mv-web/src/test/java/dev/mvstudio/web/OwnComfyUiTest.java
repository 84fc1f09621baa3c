package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.testkit.comfyui.FakeComfyUi;
import dev.mvstudio.testkit.comfyui.Outcome;
import dev.mvstudio.testkit.comfyui.Version;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as it is shipped, with two ComfyUI servers that are not the real ones. */
class OwnComfyUiTest {
    private static final String CHARACTER = "/api/mv/generate_character_reference";

    private final FakeComfyUi first = FakeComfyUi.start();
    private final FakeComfyUi second = FakeComfyUi.start(Version.V0_3_64);

    @TempDir
    private Path folder;

    private ShippedServer server;
    private Client client;

    @BeforeEach
    void start() {
        server = ShippedServer.start(folder, Map.of("MV_COMFYUI_URLS", first.address() + ", " + second.address()));
        client = server.client;
    }

    @AfterEach
    void stop() {
        server.close();
        first.close();
        second.close();
    }

    private JsonNode drawn(String more) {
        Client.Answer answer = client.post(CHARACTER, "{\"character_description\":\"Silver robot\"" + more + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void characters_are_drawn_by_it_in_the_format_that_is_asked_for() {
        JsonNode png = drawn("");
        JsonNode jpeg = drawn(",\"output_format\":\"jpeg\",\"seed\":5");

        assertThat(png.toString()).contains("comfyui", "stable-diffusion-3.5-large", ".png");
        assertThat(jpeg.toString()).contains(".jp");
        assertThat(first.ledger().refusals()).isEmpty();
        assertThat(second.ledger().refusals()).isEmpty();
    }

    @Test
    void what_the_servers_lack_is_told_at_readiness() {
        Eventually.isTrue(
                Duration.ofSeconds(20),
                () -> client.get("/health/readiness")
                        .json()
                        .at("/backends/comfyui")
                        .asText()
                        .equals("FAULTY"));
        JsonNode body = client.get("/health/readiness").json();
        assertThat(body.at("/status").asText()).isEqualTo("UP");
        assertThat(body.at("/faults/comfyui").toString())
                .contains(
                        "wan2.2_vae.safetensors",
                        first.address().toString(),
                        second.address().toString())
                .doesNotContain("sd3.5");
    }

    @Test
    void a_server_that_dies_in_the_middle_costs_time_only() {
        first.outcomes().always(Outcome.stuck());
        second.outcomes().always(Outcome.stuck());
        Thread death = Thread.ofVirtual().start(() -> {
            Eventually.isTrue(
                    Duration.ofSeconds(20),
                    () -> first.running().isPresent() || second.running().isPresent());
            FakeComfyUi busy = first.running().isPresent() ? first : second;
            first.calm();
            second.calm();
            busy.die().comeBack();
        });

        assertThat(drawn("").toString()).contains(".png");
        assertThat(death.isInterrupted()).isFalse();
    }
}
