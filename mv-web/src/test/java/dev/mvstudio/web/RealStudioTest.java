package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as it is shipped: found by its name, wired by the configuration, with the generators that need no account. */
class RealStudioTest {
    @TempDir
    static Path folder;

    private static ShippedServer server;
    private static Client client;

    @BeforeAll
    static void start() {
        server = ShippedServer.start(folder, Map.of());
        client = server.client;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void what_pages_do_today_works_unchanged() throws Exception {
        JsonNode seen = NodeScript.run("workflow.mjs", server.address());

        assertThat(seen.get("scenes").asInt()).isEqualTo(2);
        assertThat(seen.at("/videos/0/duration").asInt()).isEqualTo(8);
        assertThat(seen.at("/videos/0/generate_audio").asBoolean()).isTrue();
        assertThat(seen.at("/types/0").asText()).isEqualTo("video/mp4");
        assertThat(seen.at("/infos/1/exists").asBoolean()).isTrue();
        assertThat(seen.at("/infos/1/file_size_bytes")).isEqualTo(seen.at("/sizes/1"));
    }

    @Test
    void a_hundred_at_once_overwrite_nothing() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(IntStream.range(0, 100)
                    .mapToObj(i -> (Callable<JsonNode>) () -> order(i))
                    .toList());

            assertThat(answers.stream().map(a -> file(a.resultNow())).distinct())
                    .hasSize(100);
            for (int i = 0; i < 100; i++) {
                JsonNode body = answers.get(i).get();
                assertThat(body.get("metadata").toString()).contains("number " + i + "\"");
                assertThat(folder.resolve("outputs").resolve(file(body))).isNotEmptyFile();
            }
        }
    }

    private static JsonNode order(int i) {
        String character = "{\"character_description\":\"robot number " + i + "\"";
        Client.Answer answer = i % 2 == 0
                ? client.post("/api/mv/generate_character_reference?include_base64=false", character + "}")
                : client.post("/api/mv/create_scenes", character + ",\"idea\":\"idea number " + i + "\"}");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static String file(JsonNode body) {
        return body.has("output_file")
                ? body.get("output_file").asText()
                : body.at("/output_files/json").asText();
    }

    @Test
    void the_shipped_configuration_can_be_listed() {
        assertThat(client.get("/api/mv/backends").json().at("/defaults/video").asText())
                .isNotBlank();
        assertThat(client.get("/api/mv/flavors").json().at("/flavors/0/name").asText())
                .isEqualTo("default");
    }

    @Test
    void a_sequence_is_made_and_not_made_again() {
        String order = GenerateImagesTest.EXAMPLE.replaceFirst("\\{", "{\"folder_id\": \"cliff\",");

        JsonNode made = client.post("/generateImages", order).json();
        JsonNode again = client.post("/generateImages", order).json();

        assertThat(made.get("success").booleanValue()).as(made.toString()).isTrue();
        assertThat(made.at("/metadata/backend_used").textValue()).isEqualTo("preview");
        assertThat(made.at("/metadata/width").intValue()).isEqualTo(1024);
        assertThat(made.at("/metadata/height").intValue()).isEqualTo(576);
        assertThat(made.at("/metadata/warnings")).hasSize(3);
        assertThat(folder.resolve("outputs/sequences/cliff/images/scene_0001.png"))
                .isNotEmptyFile();
        assertThat(again.get("image_urls")).isEqualTo(made.get("image_urls"));
        assertThat(again.at("/metadata/seed").intValue()).isEqualTo(12345);
        Client.Answer sheet = client.get("/api/mv/sequences/cliff/contact_sheet.jpg");
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.bytes()).startsWith(0xff, 0xd8, 0xff);
        JsonNode film = client.post("/api/mv/sequences/cliff/slideshow", "{}").json();
        assertThat(film.at("/metadata/duration_seconds").doubleValue()).isEqualTo(5.0);
        assertThat(film.at("/metadata/width").intValue()).isEqualTo(1024);
    }
}
