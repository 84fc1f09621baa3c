package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.ErrorCode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateImagesTest {
    private static final String ROUTE = "/generateImages";

    /** As the requirements have it. */
    static final String EXAMPLE = """
            {
                "character_data": {
                    "base_traits": "young female warrior",
                    "facial_features": "determined expression, long hair",
                    "clothing": "leather armor, red cloak",
                    "distinctive_features": "scar on cheek, golden amulet"
                },
                "sequence_data": [
                    {
                        "scene_description": "standing on cliff edge",
                        "atmosphere": "sunset, dramatic lighting",
                        "duration": 5
                    }
                ],
                "generation_params": {
                    "seed": 12345,
                    "sampler": "euler_ancestral",
                    "steps": 20,
                    "cfg_scale": 7.0
                }
            }
            """;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String scenes(int count) {
        String scenes = IntStream.rangeClosed(1, count)
                .mapToObj(i -> "{\"scene_description\":\"view " + i + "\"}")
                .collect(Collectors.joining(","));
        return "\"character_data\":{\"base_traits\":\"a robot\"},\"sequence_data\":[" + scenes + "]";
    }

    @Test
    void the_example_of_the_requirements_is_answered_as_they_say() {
        Client.Answer answer = server.client.post(ROUTE, EXAMPLE);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode body = answer.json();
        assertThat(body.get("success").booleanValue()).isTrue();
        assertThat(body.get("folder_id").textValue()).isNotBlank();
        assertThat(body.has("errors")).isFalse();
        JsonNode image = body.at("/image_urls/0");
        assertThat(image.get("scene_number").intValue()).isEqualTo(1);
        assertThat(image.get("url").textValue()).startsWith(server.address() + "/api/mv/get_image/");
        assertThat(image.get("path").textValue())
                .isEqualTo("sequences/" + body.get("folder_id").textValue() + "/images/scene_0001.png");
        JsonNode metadata = body.get("metadata");
        assertThat(metadata.get("timestamp").textValue()).endsWith("Z");
        assertThat(metadata.get("total_scenes").intValue()).isEqualTo(1);
        assertThat(metadata.get("seed").intValue()).isEqualTo(12345);
        assertThat(metadata.get("sampler").textValue()).isEqualTo("euler_ancestral");
        assertThat(metadata.get("steps").intValue()).isEqualTo(20);
        assertThat(metadata.get("cfg_scale").doubleValue()).isEqualTo(7.0);
        assertThat(metadata.get("width").intValue()).isEqualTo(1);
        assertThat(metadata.get("job_id").textValue()).isEqualTo(answer.header("X-Job-Id"));
        assertThat(metadata.get("backend_used").textValue()).isEqualTo("fake");
        assertThat(metadata.get("model").textValue()).isEqualTo("one");
        String path = image.get("url")
                .textValue()
                .substring(server.address().toString().length());
        assertThat(server.client.get(path).header("Content-Type")).isEqualTo("image/png");
    }

    @Test
    void what_other_callers_send_is_understood() {
        JsonNode body = server.client.post(ROUTE, """
                        {"character": {"base_traits": "a robot"},
                         "sequence": [{"scene_description": "a cave", "type": "character", "pose": "kneeling",
                                       "environment": "at night"},
                                      {"scene_description": "waves", "type": "b-roll", "duration": 2.5}],
                         "seed": 7, "sampler": "euler", "steps": 30, "cfg_scale": 4, "negative_prompt": "a crowd",
                         "folder_id": "cave-1"}
                        """).json();

        assertThat(body.get("folder_id").textValue()).isEqualTo("cave-1");
        assertThat(body.at("/metadata/seed").intValue()).isEqualTo(7);
        assertThat(body.at("/metadata/negative_prompt").textValue()).isEqualTo("a crowd");
        assertThat(server.studio.images.requests())
                .extracting(r -> r.prompt())
                .containsExactlyInAnyOrder("a robot, kneeling, a cave, at night", "waves");
        JsonNode record = server.client.get("/api/mv/sequences/cave-1").json();
        assertThat(record.get("negative_prompt").textValue()).isEqualTo("a crowd");
        assertThat(record.get("output_format").textValue()).isEqualTo("png");
        assertThat(record.at("/scenes/1/type").textValue()).isEqualTo("b-roll");
    }

    @Test
    void a_generator_that_dies_after_the_seventh_of_twenty_goes_on_with_thirteen() {
        String order = "{" + scenes(20) + ",\"folder_id\":\"long\"}";
        server.studio.images.dieAfter(7);

        JsonNode some = server.client.post(ROUTE, order).json();

        assertThat(some.get("success").booleanValue()).isFalse();
        assertThat(some.get("image_urls")).hasSize(7);
        assertThat(some.get("errors")).hasSize(13);
        assertThat(some.get("errors").findValuesAsText("error_code")).containsOnly("PROVIDER_UNAVAILABLE");
        assertThat(some.at("/errors/0/message").textValue()).isEqualTo("told to die");
        assertThat(some.at("/errors/0/scene_number").isInt()).isTrue();

        server.studio.images.accept();
        JsonNode all = server.client.post(ROUTE, order).json();

        assertThat(all.get("success").booleanValue()).isTrue();
        assertThat(all.get("image_urls").findValuesAsText("scene_number"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).toList());
        assertThat(server.studio.images.requests()).hasSize(20);
    }

    @Test
    void it_is_an_error_when_no_image_could_be_made() {
        server.studio.images.fail(ErrorCode.CONTENT_POLICY_VIOLATION);

        Client.Answer answer = server.client.post(ROUTE, EXAMPLE);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().get("error").textValue()).isEqualTo("ImageGenerationError");
        assertThat(answer.json().get("error_code").textValue()).isEqualTo("CONTENT_POLICY_VIOLATION");
        assertThat(answer.json().get("details").textValue()).contains("none of 1 images could be made");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | sequence_data",
                "{\"sequence_data\":[]} | sequence_data",
                "{\"sequence_data\":[{\"scene_description\":\"a\"}]} | character_data",
                "{\"sequence_data\":[{\"scene_desc\":\"a\"}]} | sequence_data[0].scene_desc",
                "{\"sequence_data\":[{\"scene_description\":\"a\",\"duration\":\"5\"}]} | sequence_data[0].duration",
                "{\"sequence_data\":[7]} | sequence_data[0]",
                "{\"sequence_data\":7} | sequence_data",
                "{\"character_data\":\"a robot\"} | character_data",
                "{\"character_data\":{\"name\":\"x\"}} | character_data.name",
                "{\"character_data\":{\"clothing\":7}} | character_data.clothing",
                "{\"character_data\":{\"clothing\":\"x\"},\"character\":{}} | character",
                "{\"generation_params\":{\"seed\":1},\"seed\":1} | generation_params.seed",
                "{\"generation_params\":{\"cfg\":1}} | generation_params.cfg",
                "{\"generation_params\":{\"steps\":20.5}} | generation_params.steps",
                "{\"folder_id\":\"../x\"} | folder_id",
                "{\"prompt\":\"x\"} | prompt"
            })
    void what_is_wrong_is_named(String body, String field) {
        Client.Answer answer = server.client.post(ROUTE, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").textValue()).isEqualTo("ValidationError");
        assertThat(answer.json().get("violations").findValuesAsText("field")).contains(field);
        assertThat(server.studio.images.requests()).isEmpty();
    }

    @Test
    void a_number_with_another_prompt_is_refused_by_its_number() {
        server.client.post(ROUTE, "{" + scenes(2) + ",\"folder_id\":\"story\"}");

        Client.Answer answer = server.client.post(
                ROUTE,
                "{\"character\":{\"base_traits\":\"a robot\"},\"folder_id\":\"story\",\"sequence\":["
                        + "{\"scene_description\":\"view 1\"},{\"scene_description\":\"a cave\"}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/violations/0/field").textValue()).isEqualTo("sequence_data[1]");
        assertThat(answer.json().get("message").textValue()).contains("scene 2 of the sequence story");
        assertThat(server.studio.images.requests()).hasSize(2);
    }

    @Test
    void a_rehearsal_sends_and_records_nothing() {
        JsonNode plan = server.client.post(ROUTE + "?dry_run=true", EXAMPLE).json();

        assertThat(plan.get("dry_run").booleanValue()).isTrue();
        assertThat(plan.at("/parameters_used/seed").intValue()).isEqualTo(12345);
        assertThat(plan.at("/parameters_used/width").intValue()).isEqualTo(1024);
        assertThat(plan.at("/scenes/0/prompt").textValue()).contains("standing on cliff edge");
        assertThat(plan.at("/scenes/0/already_made").booleanValue()).isFalse();
        assertThat(plan.at("/scenes/0/provider_request/body/prompt").textValue())
                .isEqualTo(plan.at("/scenes/0/prompt").textValue());
        assertThat(server.studio.images.requests()).isEmpty();
    }

    @Test
    void it_is_a_job_with_a_child_for_each_scene() {
        Client.Answer answer = server.client.post(ROUTE, "{" + scenes(3) + "}", "Prefer", "respond-async");

        assertThat(answer.status()).isEqualTo(202);
        JsonNode job = server.awaitJob(answer.header("X-Job-Id"), "succeeded");
        assertThat(job.get("kind").textValue()).isEqualTo("generate_images");
        assertThat(job.get("steps").findValuesAsText("step"))
                .containsExactlyInAnyOrder("scene 1", "scene 2", "scene 3");
        assertThat(job.at("/result/image_urls")).hasSize(3);
        assertThat(job.at("/links/result").textValue())
                .isEqualTo("/api/mv/sequences/" + job.at("/result/folder_id").textValue());
        JsonNode step = server.job(job.at("/children/0").textValue());
        assertThat(step.get("kind").textValue()).isEqualTo("generate_image");
        assertThat(step.at("/result/url").textValue()).startsWith("/api/mv/get_image/");
    }

    @Test
    void the_same_key_is_the_same_sequence() {
        String first = server.client
                .post(ROUTE, EXAMPLE, "Idempotency-Key", "k")
                .json()
                .get("folder_id")
                .textValue();
        String again = server.client
                .post(ROUTE, EXAMPLE, "Idempotency-Key", "k")
                .json()
                .get("folder_id")
                .textValue();

        assertThat(again).isEqualTo(first);
        assertThat(server.studio.images.requests()).hasSize(1);
    }

    @Test
    void a_sequence_can_be_looked_up_seen_and_shown() {
        server.client.post(ROUTE, "{" + scenes(3) + ",\"folder_id\":\"story\"}");
        String at = "/api/mv/sequences/story";

        JsonNode record = server.client.get(at).json();
        Client.Answer sheet = server.client.get(at + "/contact_sheet.jpg");
        JsonNode film = server.client
                .post(at + "/slideshow", "{\"seconds_per_scene\":1.5}")
                .json();

        assertThat(record.get("scenes")).hasSize(3);
        assertThat(record.get("missing").intValue()).isZero();
        assertThat(record.at("/scenes/0/url").textValue()).startsWith(server.address() + "/api/mv/get_image/");
        assertThat(sheet.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(film.at("/metadata/parameters_used/scenes/2/duration").doubleValue())
                .isEqualTo(1.5);
        assertThat(server.client.get(film.get("video_url").textValue()).status())
                .isEqualTo(200);
        assertThat(server.client
                        .post(at + "/slideshow?dry_run=true", "{}")
                        .json()
                        .at("/parameters_used/scenes"))
                .hasSize(3);
    }

    @Test
    void what_is_no_sequence_is_told() {
        assertThat(server.client.get("/api/mv/sequences/nobody").status()).isEqualTo(404);
        assertThat(server.client
                        .get("/api/mv/sequences/nobody/contact_sheet.jpg")
                        .status())
                .isEqualTo(404);
        assertThat(server.client.get("/api/mv/sequences/..%2Fx").status()).isEqualTo(400);
        assertThat(server.client
                        .post("/api/mv/sequences/nobody/slideshow", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(server.client
                        .post("/api/mv/sequences/nobody/slideshow", "{\"seconds\":1}")
                        .status())
                .isEqualTo(404);
    }
}
