package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.ErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MusicVideoTest {
    private static final String ROUTE = "/api/mv/create_music_video";
    private static final String FILM =
            "{\"idea\":\"a trip\",\"character_description\":\"a robot\",\"number_of_scenes\":3,\"max_parallel\":1}";

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
    void a_film_is_a_job_with_a_child_for_each_step() {
        Client.Answer answer = server.client.post(ROUTE, FILM);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Preference-Applied")).isNull();
        String id = answer.header("X-Job-Id");
        JsonNode film = server.awaitJob(id, "succeeded");
        assertThat(film.get("kind").asText()).isEqualTo("create_music_video");
        assertThat(film.get("children")).hasSize(6);
        assertThat(film.get("steps").findValuesAsText("step"))
                .containsExactlyInAnyOrder("scenes", "character", "clip 1", "clip 2", "clip 3", "film");
        assertThat(film.get("steps").findValuesAsText("state")).containsOnly("succeeded");
        JsonNode result = film.get("result");
        assertThat(result.get("scenes")).hasSize(3);
        assertThat(result.get("clips")).hasSize(3);
        assertThat(result.at("/film/video_id")).isEqualTo(result.get("video_id"));
        assertThat(result.at("/metadata/job_id").asText()).isEqualTo(id);
        assertThat(film.at("/links/result").asText())
                .isEqualTo(result.get("video_url").asText());
        assertThat(server.client.get(result.get("video_url").asText()).status()).isEqualTo(200);
        assertThat(server.client.get(result.get("reference_image_url").asText()).status())
                .isEqualTo(200);
        JsonNode step = server.job(film.at("/children/2").asText());
        assertThat(step.get("parent_id").asText()).isEqualTo(id);
        assertThat(step.get("step").asText()).isEqualTo("clip 1");
    }

    @Test
    void who_waits_gets_the_film() {
        Client.Answer answer = server.client.post(ROUTE, FILM, "Prefer", "wait=20");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("result")).isNull();
        assertThat(answer.json().get("clips")).hasSize(3);
    }

    @Test
    void given_scenes_and_a_given_picture_are_used() {
        String picture = server.client
                .post("/api/mv/generate_character_reference", "{\"character_description\":\"a robot\"}")
                .json()
                .get("image_id")
                .asText();

        JsonNode film = server.client
                .post(
                        ROUTE,
                        "{\"scenes\":[{\"description\":\"one\"},{\"description\":\"two\",\"negative_description\":\"x\"}],"
                                + "\"character_reference_image_id\":\"" + picture + "\",\"cut_to_beat\":false}",
                        "Prefer",
                        "wait=20")
                .json();

        assertThat(film.at("/scenes/1/negative_description").asText()).isEqualTo("x");
        assertThat(film.get("reference_image_id").asText()).isEqualTo(picture);
        assertThat(server.studio.writer.requests()).isEmpty();
        assertThat(server.studio.videos.requests().get(0).prompt()).isEqualTo("one");
    }

    @Test
    void a_rehearsal_tells_every_step_and_the_price_and_does_nothing() {
        JsonNode plan = server.client.post(ROUTE + "?dry_run=true", FILM).json();

        assertThat(plan.get("clips").asInt()).isEqualTo(3);
        assertThat(plan.get("max_parallel").asInt()).isEqualTo(1);
        assertThat(plan.at("/scenes/parameters_used/number_of_scenes").asInt()).isEqualTo(3);
        assertThat(plan.at("/character/backend_used").asText()).isEqualTo("fake");
        assertThat(plan.at("/clip/parameters_used/duration").asInt()).isEqualTo(8);
        assertThat(plan.at("/cost/0/estimated").asDouble()).isGreaterThan(11.9);
        assertThat(server.client.get("/api/mv/jobs").json().get("jobs")).isEmpty();
    }

    @Test
    void only_the_clip_that_failed_is_made_again() {
        server.studio.dislikedPrompt.set("scene 2");
        String id = server.client.post(ROUTE, FILM).header("X-Job-Id");
        JsonNode failed = server.awaitJob(id, "failed");
        assertThat(failed.at("/error/details").asText()).contains("clip 2");
        assertThat(failed.at("/error/error_code").asText()).isEqualTo("CONTENT_POLICY_VIOLATION");
        assertThat(server.studio.videos.requests()).hasSize(2);
        server.studio.dislikedPrompt.set(null);

        server.client.post("/api/mv/jobs/" + id + "/retry", "");

        server.awaitJob(id, "succeeded");
        assertThat(server.studio.videos.requests()).hasSize(3);
        assertThat(server.studio.writer.requests()).hasSize(1);
        assertThat(server.studio.images.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"character_description\":\"c\"}|idea",
                "{\"idea\":\"i\",\"cut_to_beat\":true}|cut_to_beat",
                "{\"idea\":\"i\",\"scenes_backend\":\"nobody\"}|scenes_backend",
                "{\"idea\":\"i\",\"image_model\":\"none\"}|image_model",
                "{\"idea\":\"i\",\"backend\":\"nobody\"}|backend",
                "{\"idea\":\"i\",\"max_parallel\":0}|max_parallel",
                "{\"idea\":\"i\",\"soundtrack_id\":\"x\"}|soundtrack_id",
                "{\"scenes\":[]}|scenes",
                "{\"scenes\":[{\"description\":\" \"}]}|scenes[0].description",
                "{\"scenes\":[{\"descripton\":\"d\"}]}|scenes[0].descripton",
                "{\"scenes\":[{\"description\":\"d\"}],\"number_of_scenes\":2}|number_of_scenes",
                "{\"idea\":\"i\",\"character_reference_image_id\":\"x\"}|reference_image_id",
                "{\"idea\":\"i\",\"webhook\":\"https://x\"}|webhook"
            })
    void a_fault_is_named_before_anything_is_spent(String body, String field) {
        Client.Answer answer = server.client.post(ROUTE, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("violations").findValuesAsText("field")).contains(field);
        assertThat(server.studio.writer.requests()).isEmpty();
        assertThat(server.client.get("/api/mv/jobs").json().get("jobs")).isEmpty();
    }

    @Test
    void scenes_that_cannot_be_written_fail_the_film() {
        server.studio.writer.refuse(ErrorCode.AUTHENTICATION_ERROR);

        Client.Answer answer = server.client.post(ROUTE, FILM, "Prefer", "wait=20");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().get("error_code").asText()).isEqualTo("AUTHENTICATION_ERROR");
        assertThat(server.studio.videos.requests()).isEmpty();
    }
}
