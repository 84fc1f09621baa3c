package dev.mvstudio.application.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.FakeStudio;
import dev.mvstudio.application.asset.EncodedImage;
import dev.mvstudio.application.job.GenerationFailedException;
import dev.mvstudio.application.job.Progress;
import dev.mvstudio.application.provider.ConfigurationException;
import dev.mvstudio.application.request.InvalidRequestException;
import dev.mvstudio.application.request.InvalidRequestException.Code;
import dev.mvstudio.application.request.Violation;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.scene.Scene;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GenerateVideoTest {
    static final byte[] PNG = HexFormat.of()
            .parseHex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
                    + "0000000c49444154789c636868680000030401814bd3d2100000000049454e44ae426082");

    private final FakeStudio studio = new FakeStudio();

    /** A command that is built member by member. */
    private static final class Said {
        @Nullable
        String backend;

        @Nullable
        String ratio;

        @Nullable
        Duration duration;

        @Nullable
        Boolean audio;

        @Nullable
        Long seed;

        @Nullable
        EncodedImage base64;

        @Nullable
        String imageId;

        @Nullable
        String imageUrl;

        @Nullable
        List<String> imageIds;

        @Nullable
        String last;

        @Nullable
        String rules;

        GenerateVideoCommand command() {
            return new GenerateVideoCommand(
                    "A robot walks",
                    null,
                    ratio,
                    duration,
                    null,
                    audio,
                    seed,
                    base64,
                    imageId,
                    imageUrl,
                    imageIds,
                    last,
                    rules,
                    backend,
                    null,
                    null);
        }
    }

    private final Said said = new Said();

    private GeneratedVideo generate() {
        return studio.generateVideo.generate(said.command(), Progress.NONE);
    }

    private InvalidRequestException refusal() {
        try {
            generate();
        } catch (InvalidRequestException e) {
            return e;
        }
        throw new AssertionError("it was not refused");
    }

    @Test
    void a_prompt_is_enough() {
        GeneratedVideo made = generate();

        assertThat(made.video().path()).isEqualTo("videos/" + made.video().id() + ".mp4");
        assertThat(made.request().duration()).isEqualTo(Duration.ofSeconds(8));
        assertThat(made.request().effectivePrompt()).isEqualTo("A robot walks\n\nKeep 16:9 for 8 seconds");
        assertThat(made.request().prompt()).isEqualTo("A robot walks");
        assertThat(made.outcome().estimate().amount()).isEqualByComparingTo("4");
        SubmissionKey key = new SubmissionKey(made.outcome().jobId().toString());
        assertThat(studio.videos.starts(key)).isEqualTo(1);
    }

    @Test
    void seed_zero_and_audio_off_reach_the_model() {
        said.seed = 0L;
        said.audio = false;

        generate();

        assertThat(studio.videos.requests().get(0).seed()).isZero();
        assertThat(studio.videos.requests().get(0).generateAudio()).isFalse();
    }

    @Test
    void the_callers_rules_replace_the_configured_ones_and_empty_rules_are_none() {
        said.rules = "No text, {duration} s of {aspect_ratio}, {{as it is}}";
        assertThat(generate().request().rules()).isEqualTo("No text, 8 s of 16:9, {as it is}");

        said.rules = "";
        assertThat(generate().request().effectivePrompt()).isEqualTo("A robot walks");
    }

    @Test
    void rules_with_unknown_placeholders_or_lone_braces_are_refused() {
        said.rules = "{mood}";
        assertThat(refusal().violations().get(0).message()).contains("{mood}", "aspect_ratio, duration");

        said.rules = "a { b";
        assertThat(refusal().violations().get(0).message()).contains("character 3");
    }

    @Test
    void a_reference_in_base64_is_stored_once_and_reaches_the_model() throws IOException {
        said.base64 = new EncodedImage(Base64.getEncoder().encodeToString(PNG));

        generate();
        generate();

        var sent = studio.videos.requests().get(1).referenceImages();
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).bytes().open().readAllBytes()).isEqualTo(PNG);
        assertThat(studio.store.all().stream().filter(a -> a.collection() == Collection.UPLOADS))
                .hasSize(1);
    }

    @Test
    void a_clip_from_one_picture_to_another_has_both() throws IOException {
        String picture = studio.uploads
                .upload("file", new ByteArrayInputStream(PNG))
                .asset()
                .id()
                .toString();
        said.last = picture;
        assertThat(refusal().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("last_frame_image_id");
            assertThat(violation.message()).contains("needs a reference image");
        });

        said.imageId = picture;
        GeneratedVideo made = generate();

        assertThat(made.request().referenceImages()).hasSize(1);
        assertThat(Objects.requireNonNull(made.request().lastFrame()).asset().id())
                .hasToString(picture);
        assertThat(made.outcome().warnings())
                .singleElement()
                .asString()
                .contains("it was used as the clip's first frame", "only for clips without a last frame");
    }

    @Test
    void a_last_frame_that_the_model_does_not_take_is_refused() throws IOException {
        said.last = studio.uploads
                .upload("file", new ByteArrayInputStream(PNG))
                .asset()
                .id()
                .toString();
        said.backend = "other";

        assertThat(refusal().violations().get(0).message()).contains("is not supported by");
    }

    @Test
    void a_reference_can_be_named_by_id_by_ids_or_by_address() throws IOException {
        Asset stored =
                studio.uploads.upload("file", new ByteArrayInputStream(PNG)).asset();
        studio.remote.put("https://example.org/robot.png", PNG);

        said.imageId = stored.id().toString();
        assertThat(generate().request().referenceImages()).hasSize(1);
        said.imageId = null;
        said.imageIds = List.of(stored.id().toString(), stored.id().toString());
        assertThat(generate().request().referenceImages()).hasSize(2);
        said.imageIds = null;
        said.imageUrl = "https://example.org/robot.png";
        assertThat(generate().request().referenceImages()).hasSize(1);
    }

    @Test
    void references_that_are_no_pictures_are_refused() {
        said.base64 = new EncodedImage("bm90IGEgcGljdHVyZQ==");
        assertThat(refusal().code()).isEqualTo(Code.INVALID_IMAGE);
        said.base64 = new EncodedImage("%%%");
        assertThat(refusal().code()).isEqualTo(Code.INVALID_IMAGE);
        said.base64 = new EncodedImage(Base64.getEncoder().encodeToString(new byte[1_001]));
        assertThat(refusal().code()).isEqualTo(Code.INVALID_IMAGE);
        assertThat(refusal().violations().get(0).message()).contains("1000 bytes");
        said.base64 = null;
        said.imageUrl = "http://example.org/robot.png";
        assertThat(refusal().violations().get(0).field()).isEqualTo("reference_image_url");
        assertThat(refusal().code()).isEqualTo(Code.URL_NOT_ALLOWED);
        said.imageUrl = "https://example.org/none.png";
        assertThat(refusal().code()).isEqualTo(Code.INVALID_IMAGE);
        said.imageUrl = "not an address";
        assertThat(refusal().code()).isEqualTo(Code.VALIDATION_ERROR);
        said.imageUrl = null;
        said.imageId = "11111111-2222-4333-8444-555555555555";
        assertThat(refusal().violations().get(0).message()).contains("stored image");
        assertThat(studio.videos.requests()).isEmpty();
        assertThat(studio.store.all()).isEmpty();
    }

    @Test
    void a_reference_is_named_in_one_way_only() {
        said.imageId = "11111111-2222-4333-8444-555555555555";
        said.imageUrl = "https://example.org/robot.png";

        assertThat(refusal().violations()).extracting(Violation::message).anyMatch(m -> m.startsWith("give only one"));
    }

    @Test
    void more_references_than_the_model_takes_are_refused() throws IOException {
        String id = studio.uploads
                .upload("file", new ByteArrayInputStream(PNG))
                .asset()
                .id()
                .toString();
        said.imageIds = List.of(id, id, id, id);

        assertThat(refusal().code()).isEqualTo(Code.UNSUPPORTED_PARAMETER);
    }

    @Test
    void a_lenient_model_gets_what_it_can_do_and_the_caller_is_warned() throws IOException {
        said.backend = "other";
        said.duration = Duration.ofSeconds(60);
        said.audio = true;
        said.imageIds = List.of(studio.uploads
                .upload("file", new ByteArrayInputStream(PNG))
                .asset()
                .id()
                .toString());

        GeneratedVideo made = generate();

        assertThat(made.request().duration()).isEqualTo(Duration.ofSeconds(6));
        assertThat(made.request().referenceImages()).isEmpty();
        assertThat(made.outcome().warnings()).hasSize(3);
    }

    @Test
    void a_backend_without_credentials_is_a_matter_of_configuration() {
        said.backend = "locked";

        assertThatThrownBy(this::generate).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void a_clip_that_is_no_video_is_an_error_and_never_an_asset() {
        studio.videos.script(new Status.Finished(List.of()));

        assertThatThrownBy(this::generate)
                .isInstanceOfSatisfying(
                        GenerationFailedException.class,
                        e -> assertThat(e.error().code()).isEqualTo(ErrorCode.INVALID_PROVIDER_RESPONSE.name()));
        assertThat(studio.store.all()).isEmpty();
    }

    @Test
    void a_dry_run_films_nothing() {
        var run = studio.generateVideo.plan(said.command());

        assertThat(run.plan().prompts().get("prompt")).contains("Keep 16:9");
        assertThat(run.call().body()).containsEntry("duration", 8L);
        assertThat(studio.videos.requests()).isEmpty();
    }

    @Test
    void a_scene_becomes_a_command_that_keeps_the_rest() {
        said.seed = 3L;

        GenerateVideoCommand scene = said.command().forScene(new Scene("A tower", " "), "id");

        assertThat(scene.prompt()).isEqualTo("A tower");
        assertThat(scene.negativePrompt()).isNull();
        assertThat(scene.seed()).isEqualTo(3);
        assertThat(scene.referenceImageId()).isEqualTo("id");
    }
}
