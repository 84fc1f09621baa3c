package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.comfyui.FakeComfyUi;
import dev.mvstudio.testkit.comfyui.Submitted;
import dev.mvstudio.testkit.provider.Settling;
import dev.mvstudio.testkit.wire.Pictures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as it is shipped, with a ComfyUI that is not the real one. */
class ComfyStudioTest {
    private static final String ROUTE = "/generateImages";
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private final FakeComfyUi comfy = FakeComfyUi.start();
    private ShippedServer server;
    private Client client;

    @BeforeEach
    void start() {
        server = ShippedServer.start(
                folder,
                Map.of(
                        "MV_POLL_INTERVAL", "20 ms",
                        "MV_JOB_TIMEOUT", "10 s",
                        "MV_COMFYUI_URLS", comfy.address().toString(),
                        "MV_COMFYUI_MAX_CONCURRENT", "1"));
        client = server.client;
    }

    @AfterEach
    void stop() {
        server.close();
        comfy.close();
        assertThat(comfy.ledger().refusals()).isEmpty();
    }

    private static String twenty() {
        ObjectNode body = new ObjectMapper().createObjectNode().put("folder_id", "long");
        body.putObject("character_data").put("base_traits", "a robot");
        ArrayNode scenes = body.putArray("sequence_data");
        IntStream.rangeClosed(1, 20).forEach(i -> scenes.addObject().put("scene_description", "view " + i));
        return body.toString();
    }

    /** What a job that nobody waits for gives in the end. */
    private JsonNode made(String order) {
        String job = client.post(ROUTE, order, "Prefer", "respond-async").header("X-Job-Id");
        Settling.until(() -> !over(job).isNull(), LONG);
        return client.get("/api/mv/jobs/" + job).json();
    }

    private JsonNode over(String job) {
        return client.get("/api/mv/jobs/" + job).json().get("finished_at");
    }

    @Test
    void the_example_of_the_requirements_reaches_the_graph() {
        JsonNode answer = client.post(ROUTE, GenerateImagesTest.EXAMPLE).json();

        assertThat(answer.get("success").booleanValue()).isTrue();
        assertThat(answer.at("/metadata/backend_used").textValue()).isEqualTo("comfyui");
        assertThat(answer.at("/metadata/width").intValue()).isEqualTo(1024);
        assertThat(answer.at("/metadata/height").intValue()).isEqualTo(576);
        Submitted sent = comfy.ledger().prompts().get(0);
        JsonNode sampling = sent.inputs("KSampler");
        assertThat(sampling.get("seed").longValue()).isEqualTo(12_345);
        assertThat(sampling.get("sampler_name").textValue()).isEqualTo("euler_ancestral");
        assertThat(sampling.get("steps").intValue()).isEqualTo(20);
        assertThat(sampling.get("cfg").doubleValue()).isEqualTo(7.0);
        assertThat(sent.inputs("CheckpointLoaderSimple").get("ckpt_name").textValue())
                .isEqualTo("sd3.5_large_fp8_scaled.safetensors");
        assertThat(sent.graph().toString())
                .contains("young female warrior", "standing on cliff edge", "sunset, dramatic lighting")
                .doesNotContain(":1.1)", ":1.2)", ":1.3)");
    }

    @Test
    void a_character_can_resemble_a_stored_picture() {
        String picture = client.post("/api/mv/assets", Pictures.draw("png", "1:1", 7), "Content-Type", "image/png")
                .json()
                .get("id")
                .asText();

        JsonNode answer = client.post(ROUTE, """
                        {"character_data":{"base_traits":"a robot"},"character_reference_image_id":"%s",
                         "sequence_data":[{"scene_description":"a cave"}]}""".formatted(picture)).json();

        assertThat(answer.get("success").booleanValue()).isTrue();
        assertThat(comfy.ledger().uploads()).hasSize(1);
        assertThat(comfy.ledger().prompts().get(0).inputs("LoadImage").isMissingNode())
                .isFalse();
    }

    @Test
    void when_comfyui_dies_after_the_seventh_of_twenty_thirteen_are_made_later_and_none_twice() {
        comfy.taking(Duration.ofMillis(400));
        String job = client.post(ROUTE, twenty(), "Prefer", "respond-async").header("X-Job-Id");
        Settling.until(() -> images() == 7, LONG);
        comfy.die();
        Settling.until(() -> !over(job).isNull(), LONG);

        JsonNode some = client.get("/api/mv/jobs/" + job).json().get("result");

        assertThat(some.get("success").booleanValue()).isFalse();
        assertThat(some.get("image_urls")).hasSize(7);
        assertThat(some.get("errors")).hasSize(13);

        comfy.comeBack().taking(Duration.ZERO);
        JsonNode all = made(twenty()).get("result");

        assertThat(all.get("success").booleanValue()).isTrue();
        assertThat(all.get("image_urls")).hasSize(20);
        assertThat(comfy.ledger().renderedTwice()).isEmpty();
        assertThat(comfy.ledger().renders()).hasSize(20);
    }

    private long images() {
        List<JsonNode> scenes = List.of();
        Client.Answer answer = client.get("/api/mv/sequences/long");
        if (answer.status() == 200) {
            scenes = answer.json().findValues("url");
        }
        return scenes.stream().filter(JsonNode::isTextual).count();
    }

    @Test
    void readiness_names_what_comfyui_lacks() {
        comfy.die();

        JsonNode ready = client.get("/health/readiness").json();

        assertThat(ready.at("/backends/comfyui").textValue()).isEqualTo("FAULTY");
        assertThat(ready.at("/faults/comfyui/0").textValue())
                .contains(comfy.address().toString());
    }
}
