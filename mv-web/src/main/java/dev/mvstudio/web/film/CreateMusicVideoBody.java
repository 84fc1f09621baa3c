package dev.mvstudio.web.film;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.web.job.TermsBody;
import dev.mvstudio.web.request.Fields;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What callers send: members of the routes for each step, under the names they have there. */
@Introspected
@Schema(name = "CreateMusicVideo", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record CreateMusicVideoBody(
        @Schema(maxLength = 5000, description = "Required, unless scenes are given", example = "Tourist in Austin")
        @Nullable
        String idea,

        @Schema(maxLength = 5000, description = "Default: the flavor's") @Nullable
        String characterDescription,

        @Schema(maxLength = 5000) @Nullable String characterCharacteristics,
        @Schema(minimum = "1", maximum = "50") @Nullable Integer numberOfScenes,
        @Schema(maxLength = 5000) @Nullable String videoType,
        @Schema(maxLength = 5000) @Nullable String videoCharacteristics,
        @Schema(maxLength = 5000) @Nullable String cameraAngle,

        @Schema(example = "gemini", description = "Who writes the scenes") @Nullable
        String scenesBackend,

        @Nullable String scenesModel,

        @Schema(description = "Given scenes are filmed as they are; none are written")
        @ArraySchema(maxItems = 50)
        @Nullable
        List<SceneInput> scenes,

        @Schema(format = "uuid", description = "A stored picture of the character; none is drawn") @Nullable
        String characterReferenceImageId,

        @Schema(maxLength = 100) @Nullable String safetyFilterLevel,
        @Schema(maxLength = 100) @Nullable String personGeneration,

        @Schema(example = "gemini", description = "Who draws the character") @Nullable
        String imageBackend,

        @Nullable String imageModel,
        @JsonUnwrapped ClipOptions clip,
        @JsonUnwrapped FilmOptions film,

        @Schema(minimum = "1", maximum = "50", description = "How many clips are filmed at once") @Nullable
        Integer maxParallel,

        @Schema(description = "Not there yet: only false is accepted") @Nullable
        Boolean cutToBeat,

        @Schema(minimum = "0", description = "Of all steps") @Nullable
        Long seed,

        @Schema(example = "default", description = "Of all steps") @Nullable
        String flavor,

        @JsonUnwrapped TermsBody terms) {

    /** A scene that is given. */
    @Introspected
    @Schema(name = "GivenScene", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    record SceneInput(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, nullable = false, minLength = 1) @Nullable
            String description,

            @Nullable String negativeDescription) {
        static SceneInput read(Fields fields) {
            return new SceneInput(fields.text("description"), fields.text("negative_description"));
        }

        Scene toScene() {
            return new Scene(
                    Objects.requireNonNullElse(description, ""), Objects.requireNonNullElse(negativeDescription, ""));
        }
    }

    /** How the clips are filmed. */
    @Introspected
    @Schema(name = "ClipOptions")
    record ClipOptions(
            @Schema(maxLength = 5000, description = "For all clips; what a scene must not show comes on top") @Nullable
            String negativePrompt,

            @Schema(example = "16:9") @Nullable String aspectRatio,

            @Schema(minimum = "1", maximum = "3600", description = "Of one clip, in whole seconds") @Nullable
            Integer duration,

            @Schema(example = "720p") @Nullable String resolution,
            @Nullable Boolean generateAudio,
            @Schema(maxLength = 5000) @Nullable String videoRulesTemplate,

            @Schema(example = "replicate", description = "Who films the clips") @Nullable
            String backend,

            @Schema(example = "google/veo-3.1") @Nullable String model) {
        static ClipOptions read(Fields fields) {
            return new ClipOptions(
                    fields.text("negative_prompt"),
                    fields.text("aspect_ratio"),
                    fields.integer("duration"),
                    fields.text("resolution"),
                    fields.flag("generate_audio"),
                    fields.text("video_rules_template"),
                    fields.text("backend"),
                    fields.text("model"));
        }
    }

    /** How the clips are joined. */
    @Introspected
    @Schema(name = "FilmOptions")
    record FilmOptions(
            @Schema(format = "uuid", description = "A stored sound file") @Nullable
            String soundtrackId,

            @Schema(
                    type = "string",
                    allowableValues = {"keep", "mute", "duck"})
            @Nullable
            String clipAudio,

            @Schema(
                    type = "string",
                    allowableValues = {"cut", "crossfade"})
            @Nullable
            String transition,

            @Schema(minimum = "0", maximum = "10") @Nullable Double transitionSeconds,
            @Schema(minimum = "0", maximum = "60") @Nullable Double fadeOutSeconds,

            @Schema(
                    type = "string",
                    allowableValues = {"pad", "crop"})
            @Nullable
            String fit,

            @Schema(
                    type = "string",
                    allowableValues = {"video", "soundtrack"})
            @Nullable
            String length) {
        static FilmOptions read(Fields fields) {
            return new FilmOptions(
                    fields.text("soundtrack_id"),
                    fields.text("clip_audio"),
                    fields.text("transition"),
                    fields.number("transition_seconds"),
                    fields.number("fade_out_seconds"),
                    fields.text("fit"),
                    fields.text("length"));
        }
    }

    static CreateMusicVideoBody read(Fields fields) {
        return new CreateMusicVideoBody(
                fields.text("idea"),
                fields.text("character_description"),
                fields.text("character_characteristics"),
                fields.integer("number_of_scenes"),
                fields.text("video_type"),
                fields.text("video_characteristics"),
                fields.text("camera_angle"),
                fields.text("scenes_backend"),
                fields.text("scenes_model"),
                fields.objects("scenes", SceneInput::read),
                fields.text("character_reference_image_id"),
                fields.text("safety_filter_level"),
                fields.text("person_generation"),
                fields.text("image_backend"),
                fields.text("image_model"),
                ClipOptions.read(fields),
                FilmOptions.read(fields),
                fields.integer("max_parallel"),
                fields.flag("cut_to_beat"),
                fields.whole("seed"),
                fields.text("flavor"),
                TermsBody.read(fields));
    }
}
