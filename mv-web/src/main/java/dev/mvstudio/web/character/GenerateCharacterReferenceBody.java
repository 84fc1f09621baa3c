package dev.mvstudio.web.character;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.mvstudio.application.character.GenerateCharacterReferenceCommand;
import dev.mvstudio.web.job.TermsBody;
import dev.mvstudio.web.request.Fields;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers send. */
@Introspected
@Schema(name = "GenerateCharacterReference", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record GenerateCharacterReferenceBody(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                nullable = false,
                minLength = 1,
                maxLength = 5000,
                example = "Silver metallic humanoid robot with a red shield")
        @Nullable
        String characterDescription,

        @Schema(example = "1:1") @Nullable String aspectRatio,

        @Schema(minimum = "1", maximum = "4", description = "Candidates; the first is image_base64") @Nullable
        Integer numImages,

        @Schema(example = "png", description = "png, jpeg or webp") @Nullable
        String outputFormat,

        @Schema(maxLength = 5000) @Nullable String negativePrompt,
        @Schema(maxLength = 100) @Nullable String safetyFilterLevel,
        @Schema(maxLength = 100) @Nullable String personGeneration,
        @Schema(minimum = "0") @Nullable Long seed,

        @Schema(description = "Stored pictures to resemble, where the model takes some") @Nullable
        List<String> referenceImageIds,

        @Schema(example = "gemini") @Nullable String backend,
        @Nullable String model,
        @Schema(example = "default") @Nullable String flavor,
        @JsonUnwrapped TermsBody terms) {
    static GenerateCharacterReferenceBody read(Fields fields) {
        return new GenerateCharacterReferenceBody(
                fields.text("character_description"),
                fields.text("aspect_ratio"),
                fields.integer("num_images"),
                fields.text("output_format"),
                fields.text("negative_prompt"),
                fields.text("safety_filter_level"),
                fields.text("person_generation"),
                fields.whole("seed"),
                fields.texts("reference_image_ids"),
                fields.text("backend"),
                fields.text("model"),
                fields.text("flavor"),
                TermsBody.read(fields));
    }

    /**
     * As a command.
     *
     * @param acceptedFormat the format that the caller accepts, used where the body names none
     */
    GenerateCharacterReferenceCommand toCommand(@Nullable String acceptedFormat) {
        return new GenerateCharacterReferenceCommand(
                characterDescription,
                aspectRatio,
                numImages,
                outputFormat == null ? acceptedFormat : outputFormat,
                negativePrompt,
                safetyFilterLevel,
                personGeneration,
                seed,
                referenceImageIds,
                backend,
                model,
                flavor);
    }
}
