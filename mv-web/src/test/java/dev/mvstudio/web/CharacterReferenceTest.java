package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.ErrorCode;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CharacterReferenceTest {
    private static final String ROUTE = "/api/mv/generate_character_reference";
    private static final String ROBOT = "{\"character_description\":\"a robot\",\"num_images\":2}";

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
    void pictures_come_with_the_first_one_in_base64() {
        Client.Answer answer = server.client.post(ROUTE, ROBOT);

        JsonNode body = answer.json();
        String id = body.get("image_id").asText();
        byte[] stored = server.client.get(body.get("image_url").asText()).bytes();
        assertThat(Base64.getDecoder().decode(body.get("image_base64").asText()))
                .isEqualTo(stored);
        assertThat(body.get("output_file").asText()).isEqualTo("character_references/" + id + ".png");
        assertThat(body.get("image_url").asText()).isEqualTo("/api/mv/get_image/" + id);
        assertThat(body.get("images")).hasSize(2);
        assertThat(body.at("/images/0/id").asText()).isEqualTo(id);
        assertThat(body.at("/images/0/media_type").asText()).isEqualTo("image/png");
        assertThat(body.at("/images/0/width").asInt()).isEqualTo(1);
        assertThat(body.at("/images/0/file_size_bytes").asInt()).isEqualTo(stored.length);
        assertThat(body.at("/metadata/character_description").asText()).isEqualTo("a robot");
        assertThat(body.at("/metadata/parameters_used/aspect_ratio").asText()).isEqualTo("1:1");
        assertThat(body.at("/metadata/parameters_used/safety_filter_level").asText())
                .isEqualTo("strict");
        assertThat(body.at("/metadata/job_id").asText()).isEqualTo(answer.header("X-Job-Id"));
    }

    @Test
    void base64_can_be_left_out() {
        assertThat(server.client
                        .post(ROUTE + "?include_base64=false", ROBOT)
                        .json()
                        .has("image_base64"))
                .isFalse();
    }

    @Test
    void whoever_accepts_pictures_gets_the_picture() {
        Client.Answer answer = server.client.post(ROUTE, ROBOT, "Accept", "image/png");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(answer.bytes()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(answer.header("X-Job-Id")).isNotBlank();
        assertThat(server.client.get(answer.header("Content-Location")).bytes()).isEqualTo(answer.bytes());
    }

    @Test
    void faults_are_json_also_for_whoever_accepts_pictures() {
        Client.Answer answer = server.client.post(ROUTE, "{}", "Accept", "image/png");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").asText()).isEqualTo("ValidationError");
    }

    @Test
    void the_accepted_format_is_asked_for_and_a_rehearsal_is_json() {
        JsonNode body = server.client
                .post(ROUTE + "?dry_run=true", ROBOT, "Accept", "image/jpeg")
                .json();

        assertThat(body.at("/parameters_used/output_format").asText()).isEqualTo("jpeg");
    }

    @Test
    void a_model_that_fails_is_an_image_generation_error() {
        server.studio.images.fail(ErrorCode.CONTENT_POLICY_VIOLATION);

        assertThat(server.client.post(ROUTE, ROBOT).json().get("error").asText())
                .isEqualTo("ImageGenerationError");
    }

    @Test
    void a_picture_can_be_looked_at_and_removed() {
        String url = server.client.post(ROUTE, ROBOT).json().get("image_url").asText();
        String id = url.substring(url.lastIndexOf('/') + 1);

        assertThat(server.client.head(url).header("Content-Type")).isEqualTo("image/png");
        assertThat(server.client.get(url + "/info").json().get("exists").asBoolean())
                .isTrue();
        assertThat(server.client.delete("/api/mv/images/" + id).status()).isEqualTo(204);
        assertThat(server.client.get(url).status()).isEqualTo(404);
        assertThat(server.client.get(url + "/info").json().get("exists").asBoolean())
                .isFalse();
    }

    @Test
    void a_hundred_at_once_get_their_own_answers() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(IntStream.range(0, 100)
                    .mapToObj(i -> (Callable<JsonNode>) () -> server.client
                            .post(
                                    i % 2 == 0 ? ROUTE : "/api/mv/create_scenes",
                                    "{\"character_description\":\"robot number " + i + "\""
                                            + (i % 2 == 0 ? "}" : ",\"idea\":\"idea number " + i + "\"}"))
                            .json())
                    .toList());

            assertThat(answers.stream().map(CharacterReferenceTest::file).distinct())
                    .hasSize(100);
            for (int i = 0; i < 100; i++) {
                assertThat(answers.get(i).get().get("metadata").toString()).contains("number " + i + "\"");
            }
        }
    }

    private static String file(Future<JsonNode> answer) {
        JsonNode body = answer.resultNow();
        return body.has("output_file")
                ? body.get("output_file").asText()
                : body.at("/output_files/json").asText();
    }
}
