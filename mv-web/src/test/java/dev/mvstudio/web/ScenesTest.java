package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.ErrorCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScenesTest {
    private static final String ROBOT = """
            {"idea": "Tourist exploring Austin, Texas",
             "character_description": "Silver metallic humanoid robot with a red shield",
             "number_of_scenes": 3}""";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void scenes_come_with_where_they_are_kept_and_how_they_were_made() {
        Client.Answer answer = server.client.post("/api/mv/create_scenes", ROBOT);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode body = answer.json();
        assertThat(body.get("scenes")).hasSize(3);
        assertThat(body.at("/scenes/0/description").asText()).contains("Silver metallic humanoid robot");
        assertThat(body.at("/scenes/0/negative_description").isTextual()).isTrue();
        String job = body.at("/metadata/job_id").asText();
        assertThat(answer.header("X-Job-Id")).isEqualTo(job);
        assertThat(body.at("/output_files/markdown").asText()).isEqualTo("scenes/" + job + "/scenes.md");
        assertThat(body.at("/output_files/json").asText()).isEqualTo("scenes/" + job + "/scenes.json");
        assertThat(body.at("/metadata/idea").asText()).isEqualTo("Tourist exploring Austin, Texas");
        assertThat(body.at("/metadata/number_of_scenes").asInt()).isEqualTo(3);
        assertThat(body.at("/metadata/backend_used").asText()).isEqualTo("fake");
        assertThat(body.at("/metadata/model_used").asText()).isEqualTo("one");
        assertThat(body.at("/metadata/generation_timestamp").asText()).matches("....-..-..T..:..:..Z");
        assertThat(body.at("/metadata/processing_time_seconds").isNumber()).isTrue();
        assertThat(body.at("/metadata/warnings").isArray()).isTrue();
    }

    @Test
    void every_default_comes_back_with_the_value_that_was_used() {
        JsonNode used =
                server.client.post("/api/mv/create_scenes", ROBOT).json().at("/metadata/parameters_used");

        assertThat(used.get("character_characteristics").asText()).isEqualTo("curious");
        assertThat(used.get("video_type").asText()).isEqualTo("video");
        assertThat(used.get("video_characteristics").asText()).isEqualTo("bright");
        assertThat(used.get("camera_angle").asText()).isEqualTo("front");
        assertThat(used.get("seed").isNull()).isTrue();
    }

    @Test
    void a_rehearsal_tells_everything_and_sends_nothing() {
        int before = server.studio.writer.requests().size();

        JsonNode body =
                server.client.post("/api/mv/create_scenes?dry_run=true", ROBOT).json();

        assertThat(server.studio.writer.requests()).hasSize(before);
        assertThat(body.get("dry_run").asBoolean()).isTrue();
        assertThat(body.get("kind").asText()).isEqualTo("create_scenes");
        assertThat(body.get("flavor").asText()).isEqualTo("default");
        assertThat(body.at("/prompts/prompt").asText()).contains("3 scenes of a video about Tourist");
        assertThat(body.at("/provider_request/method").asText()).isEqualTo("FAKE");
        assertThat(body.at("/provider_request/target").asText()).isEqualTo("scenes/one");
        assertThat(body.at("/provider_request/body/number_of_scenes").asInt()).isEqualTo(3);
        assertThat(body.at("/cost/currency").asText()).isEqualTo("USD");
        assertThat(body.at("/parameters_used/camera_angle").asText()).isEqualTo("front");
    }

    @Test
    void a_writer_that_fails_is_a_scene_generation_error() {
        server.studio.writer.refuse(ErrorCode.AUTHENTICATION_ERROR);
        try {
            Client.Answer answer = server.client.post("/api/mv/create_scenes", ROBOT);

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.json().get("error").asText()).isEqualTo("SceneGenerationError");
            assertThat(answer.json().get("error_code").asText()).isEqualTo("AUTHENTICATION_ERROR");
            assertThat(answer.json().get("details").asText()).isEqualTo("told to refuse");
            assertThat(answer.json().get("backend_used").asText()).isEqualTo("fake");
            assertThat(answer.json().get("retryable").asBoolean()).isFalse();
            assertThat(answer.json().get("job_id").asText()).isEqualTo(answer.header("X-Job-Id"));
        } finally {
            server.studio.writer.accept();
        }
    }
}
