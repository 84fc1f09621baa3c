package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.Status;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GenerateVideoTest {
    private static final String ROUTE = "/api/mv/generate_video";
    private static final String CLIP = "{\"prompt\":\"A silver robot walks\",\"seed\":0}";

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
    void a_clip_comes_with_how_to_get_it_and_how_it_was_made() {
        Client.Answer answer = server.client.post(ROUTE, CLIP);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode body = answer.json();
        String id = body.get("video_id").asText();
        assertThat(body.get("video_path").asText()).isEqualTo("videos/" + id + ".mp4");
        assertThat(body.get("video_url").asText()).isEqualTo("/api/mv/get_video/" + id);
        JsonNode metadata = body.get("metadata");
        assertThat(metadata.get("prompt").asText()).isEqualTo("A silver robot walks");
        assertThat(metadata.get("backend_used").asText()).isEqualTo("fake");
        assertThat(metadata.get("model_used").asText()).isEqualTo("one");
        assertThat(metadata.get("generation_timestamp").asText()).matches("....-..-..T..:..:..Z");
        assertThat(metadata.get("job_id").asText()).isEqualTo(answer.header("X-Job-Id"));
        assertThat(metadata.at("/cost/estimated").asDouble()).isEqualTo(4.0);
        assertThat(metadata.at("/cost/actual").isNull()).isTrue();
        assertThat(metadata.at("/cost/currency").asText()).isEqualTo("USD");
        assertThat(metadata.get("width").asInt()).isEqualTo(128);
        assertThat(metadata.get("height").asInt()).isEqualTo(72);
        assertThat(metadata.get("duration_seconds").asDouble()).isEqualTo(1.0);
        assertThat(server.client.get(body.get("video_url").asText()).status()).isEqualTo(200);
    }

    @Test
    void parameters_used_have_every_default_and_a_seed_of_zero() {
        JsonNode used = server.client.post(ROUTE, CLIP).json().at("/metadata/parameters_used");

        assertThat(used.get("aspect_ratio").asText()).isEqualTo("16:9");
        assertThat(used.get("duration").isInt()).isTrue();
        assertThat(used.get("duration").asInt()).isEqualTo(8);
        assertThat(used.get("generate_audio").asBoolean()).isTrue();
        assertThat(used.get("seed").asInt()).isZero();
        assertThat(used.get("resolution").asText()).isEqualTo("720p");
        assertThat(used.get("negative_prompt").isNull()).isTrue();
        assertThat(used.get("video_rules_template").asText()).isEqualTo("Keep 16:9 for 8 seconds");
        assertThat(used.get("reference_image_ids")).isEmpty();
    }

    @Test
    void a_picture_of_the_character_route_goes_into_the_clip() {
        JsonNode drawn = server.client
                .post("/api/mv/generate_character_reference", "{\"character_description\":\"a robot\"}")
                .json();
        String base64 = drawn.get("image_base64").asText();

        JsonNode clip = server.client
                .post(ROUTE, "{\"prompt\":\"p\",\"reference_image_base64\":\"data:image/png;base64," + base64 + "\"}")
                .json();

        assertThat(clip.at("/metadata/parameters_used/reference_image_ids")).hasSize(1);
        assertThat(server.studio.videos.requests().get(0).referenceImages()).hasSize(1);
    }

    @Test
    void a_picture_that_is_none_is_refused_before_anything_is_spent() {
        Client.Answer answer = server.client.post(ROUTE, "{\"prompt\":\"p\",\"reference_image_base64\":\"aGVsbG8=\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error_code").asText()).isEqualTo("INVALID_IMAGE");
        assertThat(server.studio.videos.requests()).isEmpty();
    }

    @Test
    void what_a_lenient_model_cannot_do_is_warned_of() {
        JsonNode metadata = server.client
                .post(ROUTE, "{\"prompt\":\"p\",\"backend\":\"other\",\"duration\":8}")
                .json()
                .get("metadata");

        assertThat(metadata.get("warnings").get(0).asText())
                .contains("duration 8")
                .contains("6 seconds were used");
        assertThat(metadata.at("/parameters_used/duration").asInt()).isEqualTo(6);
    }

    @Test
    void a_rehearsal_shows_the_effective_prompt_and_the_price_and_sends_nothing() {
        JsonNode body = server.client.post(ROUTE + "?dry_run=true", CLIP).json();

        assertThat(body.at("/prompts/prompt").asText()).isEqualTo("A silver robot walks\n\nKeep 16:9 for 8 seconds");
        assertThat(body.at("/cost/estimated").asDouble()).isEqualTo(4.0);
        assertThat(body.at("/provider_request/body/duration").asInt()).isEqualTo(8);
        assertThat(body.at("/parameters_used/seed").asInt()).isZero();
        assertThat(server.studio.videos.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TIMEOUT"})
    void a_failure_has_the_code_of_what_the_provider_did(ErrorCode code) {
        server.studio.videos.fail(code);

        Client.Answer answer = server.client.post(ROUTE, CLIP);

        assertThat(answer.status()).isEqualTo(500);
        JsonNode error = answer.json();
        assertThat(error.get("error").asText()).isEqualTo("VideoGenerationError");
        assertThat(error.get("error_code").asText()).isEqualTo(code.name());
        assertThat(error.get("backend_used").asText()).isEqualTo("fake");
        assertThat(error.get("details").asText()).isEqualTo("told to fail");
        assertThat(error.get("retryable").asBoolean()).isEqualTo(code.retryable());
        assertThat(error.get("job_id").asText()).isEqualTo(answer.header("X-Job-Id"));
    }

    @Test
    void a_provider_that_is_too_slow_is_a_service_timeout() {
        server.studio.videos.fail(ErrorCode.TIMEOUT);

        Client.Answer answer = server.client.post(ROUTE, CLIP);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("error").asText()).isEqualTo("ServiceTimeout");
        assertThat(answer.json().get("error_code").asText()).isEqualTo("TIMEOUT");
    }

    @Test
    void how_long_to_wait_is_passed_on() {
        server.studio.videos.script(new Status.Failed(new ProviderError(
                ErrorCode.RATE_LIMIT_EXCEEDED, new Backend("fake"), "slow down", Duration.ofMillis(29_500))));

        assertThat(server.client.post(ROUTE, CLIP).header("Retry-After")).isEqualTo("30");
    }

    @Test
    void a_backend_without_its_credential_names_the_variable() {
        Client.Answer answer = server.client.post(ROUTE, "{\"prompt\":\"p\",\"backend\":\"locked\"}");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().get("error").asText()).isEqualTo("ConfigurationError");
        assertThat(answer.json().get("error_code").asText()).isEqualTo("MISSING_CREDENTIALS");
        assertThat(answer.json().get("message").asText()).contains("LOCKED_TOKEN");
        assertThat(answer.json().get("backend_used").asText()).isEqualTo("locked");
    }

    @Test
    void what_nobody_expected_is_not_told_to_the_caller() {
        server.studio.editor.failUnexpectedly("a secret path");
        String clip = server.client.post(ROUTE, CLIP).json().get("video_url").asText();

        Client.Answer answer = server.client.get(clip + "/thumbnail");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().get("error").asText()).isEqualTo("InternalError");
        assertThat(answer.json().get("error_code").asText()).isEqualTo("UNKNOWN_ERROR");
        assertThat(answer.text()).doesNotContain("secret");
    }
}
