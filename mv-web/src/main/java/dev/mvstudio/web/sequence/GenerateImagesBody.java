package dev.mvstudio.web.sequence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.mvstudio.application.image.GenerateImagesCommand;
import dev.mvstudio.web.job.TermsBody;
import dev.mvstudio.web.request.Fields;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers send. What has two names is given by one of them. */
@Introspected
@Schema(name = "GenerateImages", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record GenerateImagesBody(
        @Schema(description = "Required, unless all scenes are b-roll. Also called character") @Nullable
        CharacterInput characterData,

        @Schema(description = "The same as character_data") @Nullable
        CharacterInput character,

        @Schema(
                description =
                        "Numbered from 1. Required, unless folder_id is that of a sequence which goes on as it was."
                                + " Also called sequence")
        @ArraySchema(minItems = 1, maxItems = 200)
        @Nullable
        List<SceneInput> sequenceData,

        @Schema(description = "The same as sequence_data") @Nullable
        List<SceneInput> sequence,

        @Schema(description = "Each of its members may also stand outside of it") @Nullable
        ParamsInput generationParams,

        @JsonUnwrapped ParamsInput params,

        @Schema(
                pattern = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}",
                description = "The sequence to go on with: what is there is not made again. Or the name of a new one")
        @Nullable
        String folderId,

        @Schema(format = "uuid", description = "A stored picture that the character shall resemble") @Nullable
        String characterReferenceImageId,

        @Schema(example = "comfyui") @Nullable String backend,
        @Nullable String model,
        @Schema(example = "default") @Nullable String flavor,
        @JsonUnwrapped TermsBody terms) {
    static GenerateImagesBody read(Fields fields) {
        return new GenerateImagesBody(
                fields.object("character_data", CharacterInput::read),
                fields.object("character", CharacterInput::read),
                fields.objects("sequence_data", SceneInput::read),
                fields.objects("sequence", SceneInput::read),
                fields.object("generation_params", ParamsInput::read),
                ParamsInput.read(fields),
                fields.text("folder_id"),
                fields.text("character_reference_image_id"),
                fields.text("backend"),
                fields.text("model"),
                fields.text("flavor"),
                TermsBody.read(fields));
    }

    /** What was said, under whatever name; a fault where it was said under two. */
    GenerateImagesCommand toCommand(Fields fields) {
        CharacterInput who = fields.either("character_data", characterData, "character", character);
        List<SceneInput> scenes = fields.either("sequence_data", sequenceData, "sequence", sequence);
        ParamsInput p = params.or(generationParams, fields);
        return new GenerateImagesCommand(
                who == null ? null : who.toTraits(),
                scenes == null
                        ? null
                        : scenes.stream().map(SceneInput::toCommand).toList(),
                folderId,
                p.seed(),
                p.sampler(),
                p.steps(),
                p.cfgScale(),
                p.negativePrompt(),
                p.outputFormat(),
                characterReferenceImageId,
                backend,
                model,
                flavor);
    }
}
