package dev.mvstudio.web.video;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.mvstudio.application.asset.EncodedImage;
import dev.mvstudio.application.video.GenerateVideoCommand;
import dev.mvstudio.web.job.TermsBody;
import dev.mvstudio.web.request.Fields;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers send. */
@Introspected
@Schema(name = "GenerateVideo", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record GenerateVideoBody(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                nullable = false,
                minLength = 1,
                maxLength = 20_000,
                example = "A silver robot walks through a futuristic city at sunset")
        @Nullable
        String prompt,

        @Schema(maxLength = 5000, example = "blurry, low quality, distorted") @Nullable
        String negativePrompt,

        @Schema(example = "16:9", description = "Default: the flavor's, usually 16:9") @Nullable
        String aspectRatio,

        @Schema(minimum = "1", maximum = "3600", description = "Whole seconds that the model makes; usually 8")
        @Nullable
        Integer duration,

        @Schema(example = "720p") @Nullable String resolution,
        @Nullable Boolean generateAudio,
        @Schema(minimum = "0", example = "12345") @Nullable Long seed,

        @Schema(description = "A picture in base64, with or without a data: prefix. At most one reference image member")
        @Nullable
        String referenceImageBase64,

        @Schema(format = "uuid", description = "A stored picture") @Nullable
        String referenceImageId,

        @Schema(format = "uri", description = "A picture at a public https address") @Nullable
        String referenceImageUrl,

        @Schema(description = "Stored pictures, where the model takes several") @Nullable
        List<String> referenceImageIds,

        @Schema(
                format = "uuid",
                description = "The stored picture that the clip ends with; the reference image is then its first frame")
        @Nullable
        String lastFrameImageId,

        @Schema(
                maxLength = 5000,
                description =
                        "Appended to the prompt after a blank line, {aspect_ratio} and the like filled in; empty for none")
        @Nullable
        String videoRulesTemplate,

        @Schema(example = "replicate") @Nullable String backend,
        @Schema(example = "google/veo-3.1") @Nullable String model,
        @Schema(example = "default") @Nullable String flavor,
        @JsonUnwrapped TermsBody terms) {
    static GenerateVideoBody read(Fields fields) {
        return new GenerateVideoBody(
                fields.text("prompt"),
                fields.text("negative_prompt"),
                fields.text("aspect_ratio"),
                fields.integer("duration"),
                fields.text("resolution"),
                fields.flag("generate_audio"),
                fields.whole("seed"),
                fields.text("reference_image_base64"),
                fields.text("reference_image_id"),
                fields.text("reference_image_url"),
                fields.texts("reference_image_ids"),
                fields.text("last_frame_image_id"),
                fields.text("video_rules_template"),
                fields.text("backend"),
                fields.text("model"),
                fields.text("flavor"),
                TermsBody.read(fields));
    }

    GenerateVideoCommand toCommand() {
        return new GenerateVideoCommand(
                prompt,
                negativePrompt,
                aspectRatio,
                duration == null ? null : Duration.ofSeconds(duration),
                resolution,
                generateAudio,
                seed,
                referenceImageBase64 == null ? null : new EncodedImage(referenceImageBase64),
                referenceImageId,
                referenceImageUrl,
                referenceImageIds,
                lastFrameImageId,
                videoRulesTemplate,
                backend,
                model,
                flavor);
    }

    /** The same without what would be fetched or stored: enough to find the faults of the rest. */
    GenerateVideoBody withoutPictures() {
        return new GenerateVideoBody(
                prompt,
                negativePrompt,
                aspectRatio,
                duration,
                resolution,
                generateAudio,
                seed,
                null,
                referenceImageId,
                null,
                referenceImageIds,
                lastFrameImageId,
                videoRulesTemplate,
                backend,
                model,
                flavor,
                terms);
    }
}
