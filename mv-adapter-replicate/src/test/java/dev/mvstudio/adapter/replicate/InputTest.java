package dev.mvstudio.adapter.replicate;

import static dev.mvstudio.testkit.video.VideoRequests.plain;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.domain.video.VideoRequest;
import dev.mvstudio.testkit.image.ImageRequests;
import dev.mvstudio.testkit.replicate.Call;
import dev.mvstudio.testkit.video.VideoRequests;
import dev.mvstudio.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputTest extends Rehearsal {
    private JsonNode input(VideoRequest request) {
        start(clips(), request);
        return lastCreated().input();
    }

    private JsonNode input(ImageRequest request) {
        start(images(), request);
        return lastCreated().input();
    }

    @Test
    void a_plain_clip_is_asked_for_with_every_gap_filled_and_nothing_null() {
        assertThat(input(plain(Account.VEO)))
                .hasToString("{\"prompt\":\"A small silver robot walks through an empty theatre at night.\","
                        + "\"aspect_ratio\":\"16:9\",\"duration\":4,\"resolution\":\"720p\",\"generate_audio\":false}");
        assertThat(lastCreated().path()).isEqualTo("/models/google/veo-3.1/predictions");
        assertThat(lastCreated().prefer()).isEmpty();
        assertThat(lastCreated().webhook()).isEmpty();
    }

    @Test
    void seed_0_and_no_sound_reach_the_model() {
        JsonNode input = input(VideoRequests.with(plain(Account.VEO), Parameter.SEED));

        assertThat(input.get("seed").isIntegralNumber()).isTrue();
        assertThat(input.get("seed").asLong()).isZero();
        assertThat(input.get("generate_audio").isBoolean()).isTrue();
        assertThat(input.get("generate_audio").asBoolean()).isFalse();
    }

    @Test
    void a_negative_prompt_reaches_the_model() {
        JsonNode input = input(VideoRequests.with(plain(Account.VEO), Parameter.NEGATIVE_PROMPT));

        assertThat(input.get("negative_prompt").asText()).isEqualTo("a crowd");
    }

    @Test
    void rules_stand_behind_the_prompt() {
        input(plain(Account.VEO).with("No lettering.", List.of()));

        assertThat(lastCreated().input("prompt")).endsWith("at night.\n\nNo lettering.");
    }

    @Test
    void what_a_model_has_no_input_for_is_not_sent() {
        assertThat(input(VideoRequests.with(plain(Account.EARLY_VEO), Parameter.SEED)))
                .hasToString("{\"prompt\":\"A small silver robot walks through an empty theatre at night.\","
                        + "\"aspect_ratio\":\"16:9\",\"seed\":0}");
    }

    @Test
    void what_a_model_does_not_honour_is_not_sent() {
        assertThat(input(VideoRequests.with(plain(Account.EARLY_VEO), Parameter.NEGATIVE_PROMPT))
                        .has("negative_prompt"))
                .isFalse();
    }

    @Test
    void a_deployment_is_asked_by_its_name() {
        start(clips(), plain(Account.DEPLOYED));

        assertThat(lastCreated().path()).isEqualTo("/deployments/acme/clips/predictions");
        assertThat(lastCreated().model()).isEqualTo("google/veo-3.1-fast");
    }

    @Test
    void a_pinned_version_is_asked_for_by_its_number() {
        JsonNode input = input(ImageRequests.with(ImageRequests.plain(Account.PINNED), Parameter.NUM_IMAGES));

        assertThat(lastCreated().path()).isEqualTo("/predictions");
        assertThat(lastCreated().model()).isEqualTo("fofr/consistent-character");
        assertThat(input.get("number_of_outputs").asInt()).isEqualTo(2);
        assertThat(input.has("aspect_ratio")).isFalse();
    }

    @Test
    void names_words_and_constants_are_the_models_own() {
        ImageRequest two = ImageRequests.with(ImageRequests.plain(Account.FLUX), Parameter.NUM_IMAGES);

        assertThat(input(ImageRequests.with(two, Parameter.OUTPUT_FORMAT)).toString())
                .contains("\"output_format\":\"jpg\"")
                .contains("\"num_outputs\":2")
                .contains("\"go_fast\":false")
                .contains("\"megapixels\":\"1\"")
                .doesNotContain("num_images");
    }

    @Test
    void one_image_is_what_models_make_without_being_told() {
        assertThat(input(ImageRequests.plain(Account.FLUX)).has("num_outputs")).isFalse();
    }

    @Test
    void a_filter_is_set_where_the_model_has_one() {
        ImageRequest strict = ImageRequests.with(ImageRequests.plain(Account.IMAGEN), Parameter.SAFETY_FILTER_LEVEL);

        assertThat(input(strict).get("safety_filter_level").asText()).isEqualTo("block_only_high");
        assertThat(input(ImageRequests.with(ImageRequests.plain(Account.FLUX), Parameter.SAFETY_FILTER_LEVEL))
                        .has("safety_filter_level"))
                .isFalse();
    }

    @Test
    void replicate_stops_what_takes_twice_as_long_as_a_job_may() {
        start(clips(), plain(Account.VEO));

        assertThat(lastCreated().cancelAfter()).hasValue("1200s");
    }

    @Test
    void where_the_outside_reaches_this_server_replicate_is_told_to_send_a_notice_with_the_key() {
        reachableAt(PUBLIC);
        var key = key();
        clips().start(plain(Account.VEO), key);

        assertThat(lastCreated().webhook()).hasValue("http://127.0.0.1:9/studio/api/mv/webhooks/replicate?key=" + key);
    }

    @Test
    void a_described_call_is_the_one_that_is_made() throws Exception {
        VideoRequest request = VideoRequests.with(plain(Account.VEO), Parameter.SEED);
        ProviderCall described = clips().describe(request);

        assertThat(described.method()).isEqualTo("POST");
        assertThat(described.target()).isEqualTo(fake.api() + "/models/google/veo-3.1/predictions");
        assertThat(described.body().keySet()).containsExactly("input");
        assertThat(Json.tree(described.body().get("input")).toString())
                .isEqualTo(input(request).toString());
        assertThat(clips().describe(request).toString()).doesNotContain(fake.token());
    }

    @Test
    void a_described_call_has_the_version_and_the_notices() {
        reachableAt(PUBLIC);

        Map<String, Object> body =
                images().describe(ImageRequests.plain(Account.PINNED)).body();

        assertThat(body.keySet()).containsExactly("version", "input", "webhook", "webhook_events_filter");
        assertThat(body).containsEntry("webhook_events_filter", List.of("completed"));
    }

    @Test
    void a_model_that_is_not_configured_is_refused_before_anything_is_sent() {
        assertThat(code(() -> clips().start(plain(new Model("google/veo-9")), key())))
                .isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        assertThat(fake.ledger().calls(Call.CREATE)).isZero();
    }

    @Test
    void a_clip_of_the_longest_job_is_given_five_seconds_at_least() {
        ReplicateConfiguration hasty =
                new ReplicateConfiguration(Account.settings(fake, Map.of()), null, Duration.ofSeconds(1), null);
        try (ReplicateClient client = Account.client(hasty, System::nanoTime)) {
            start(new ReplicateVideoModel(client), plain(Account.VEO));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }

        assertThat(lastCreated().cancelAfter()).hasValue("5s");
    }
}
