package dev.mvstudio.web.sequence;

import dev.mvstudio.application.image.GenerateImagesCommand.SceneCommand;
import dev.mvstudio.web.request.Fields;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One image. */
@Introspected
@Schema(name = "SequenceScene", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record SceneInput(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                nullable = false,
                minLength = 1,
                maxLength = 5000,
                example = "standing on cliff edge")
        @Nullable
        String sceneDescription,

        @Schema(maxLength = 5000, example = "sunset, dramatic lighting") @Nullable
        String atmosphere,

        @Schema(minimum = "0.04", maximum = "3600", example = "5", description = "How long it is shown, in seconds")
        @Nullable
        Double duration,

        @Schema(
                type = "string",
                allowableValues = {"character", "b-roll"},
                description = "b-roll: a scene without the character; default: character")
        @Nullable
        String type,

        @Schema(maxLength = 5000, description = "What the character does") @Nullable
        String pose,

        @Schema(maxLength = 5000, description = "Where it is") @Nullable
        String environment) {
    static SceneInput read(Fields fields) {
        return new SceneInput(
                fields.text("scene_description"),
                fields.text("atmosphere"),
                fields.number("duration"),
                fields.text("type"),
                fields.text("pose"),
                fields.text("environment"));
    }

    SceneCommand toCommand() {
        return new SceneCommand(
                sceneDescription,
                atmosphere,
                duration == null ? null : BigDecimal.valueOf(duration),
                type,
                pose,
                environment);
    }
}
