package dev.mvstudio.web.film;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.mvstudio.application.film.MergeVideosCommand;
import dev.mvstudio.web.job.TermsBody;
import dev.mvstudio.web.request.Fields;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers send. */
@Introspected
@Schema(name = "MergeVideos", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record MergeVideosBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, nullable = false, description = "In the order of the film")
        @ArraySchema(minItems = 2, maxItems = 100)
        @Nullable
        List<String> videoIds,

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

        @Schema(minimum = "0", maximum = "10", example = "0.5") @Nullable
        Double transitionSeconds,

        @Schema(minimum = "0", maximum = "60", example = "0") @Nullable
        Double fadeOutSeconds,

        @Schema(
                type = "string",
                allowableValues = {"pad", "crop"})
        @Nullable
        String fit,

        @Schema(
                type = "string",
                allowableValues = {"video", "soundtrack"})
        @Nullable
        String length,

        @Schema(example = "default") @Nullable String flavor,
        @JsonUnwrapped TermsBody terms) {
    static MergeVideosBody read(Fields fields) {
        return new MergeVideosBody(
                fields.texts("video_ids"),
                fields.text("soundtrack_id"),
                fields.text("clip_audio"),
                fields.text("transition"),
                fields.number("transition_seconds"),
                fields.number("fade_out_seconds"),
                fields.text("fit"),
                fields.text("length"),
                fields.text("flavor"),
                TermsBody.read(fields));
    }

    MergeVideosCommand toCommand() {
        return new MergeVideosCommand(
                videoIds, soundtrackId, clipAudio, transition, transitionSeconds, fadeOutSeconds, fit, length, flavor);
    }
}
