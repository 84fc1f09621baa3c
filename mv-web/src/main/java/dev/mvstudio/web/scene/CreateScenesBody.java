package dev.mvstudio.web.scene;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.mvstudio.application.scene.CreateScenesCommand;
import dev.mvstudio.web.job.TermsBody;
import dev.mvstudio.web.request.Fields;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send. */
@Introspected
@Schema(name = "CreateScenes", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record CreateScenesBody(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                nullable = false,
                minLength = 1,
                maxLength = 5000,
                example = "Tourist exploring Austin, Texas")
        @Nullable
        String idea,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                nullable = false,
                minLength = 1,
                maxLength = 5000,
                example = "Silver metallic humanoid robot with a red shield")
        @Nullable
        String characterDescription,

        @Schema(maxLength = 5000, description = "How the character moves and behaves; default: the flavor's") @Nullable
        String characterCharacteristics,

        @Schema(minimum = "1", maximum = "50", description = "Default: the flavor's, usually 4") @Nullable
        Integer numberOfScenes,

        @Schema(maxLength = 5000, example = "music video") @Nullable
        String videoType,

        @Schema(maxLength = 5000) @Nullable String videoCharacteristics,

        @Schema(maxLength = 5000, example = "front") @Nullable
        String cameraAngle,

        @Schema(example = "gemini") @Nullable String backend,
        @Nullable String model,
        @Schema(minimum = "0") @Nullable Long seed,
        @Schema(example = "default") @Nullable String flavor,
        @JsonUnwrapped TermsBody terms) {
    static CreateScenesBody read(Fields fields) {
        return new CreateScenesBody(
                fields.text("idea"),
                fields.text("character_description"),
                fields.text("character_characteristics"),
                fields.integer("number_of_scenes"),
                fields.text("video_type"),
                fields.text("video_characteristics"),
                fields.text("camera_angle"),
                fields.text("backend"),
                fields.text("model"),
                fields.whole("seed"),
                fields.text("flavor"),
                TermsBody.read(fields));
    }

    CreateScenesCommand toCommand() {
        return new CreateScenesCommand(
                idea,
                characterDescription,
                characterCharacteristics,
                numberOfScenes,
                videoType,
                videoCharacteristics,
                cameraAngle,
                backend,
                model,
                seed,
                flavor);
    }
}
