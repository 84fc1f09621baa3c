package dev.mvstudio.web.sequence;

import dev.mvstudio.web.request.Fields;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the images are made. What a model does not know is left out, with a warning. */
@Introspected
@Schema(name = "GenerationParams", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record ParamsInput(
        @Schema(minimum = "0", description = "Of all images; default: drawn once for the sequence") @Nullable
        Long seed,

        @Schema(example = "euler_ancestral", maxLength = 100) @Nullable
        String sampler,

        @Schema(minimum = "1", maximum = "10000", example = "20") @Nullable
        Integer steps,

        @Schema(minimum = "0", maximum = "100", example = "7.0") @Nullable
        Double cfgScale,

        @Schema(maxLength = 5000, description = "What must not be in the images") @Nullable
        String negativePrompt,

        @Schema(
                type = "string",
                allowableValues = {"png", "jpeg", "webp"})
        @Nullable
        String outputFormat) {
    private static final ParamsInput NONE = new ParamsInput(null, null, null, null, null, null);

    static ParamsInput read(Fields fields) {
        return new ParamsInput(
                fields.whole("seed"),
                fields.text("sampler"),
                fields.integer("steps"),
                fields.number("cfg_scale"),
                fields.text("negative_prompt"),
                fields.text("output_format"));
    }

    /** Of each the one that was said. */
    ParamsInput or(@Nullable ParamsInput nested, Fields fields) {
        ParamsInput other = nested == null ? NONE : nested;
        return new ParamsInput(
                either(fields, "seed", seed, other.seed),
                either(fields, "sampler", sampler, other.sampler),
                either(fields, "steps", steps, other.steps),
                either(fields, "cfg_scale", cfgScale, other.cfgScale),
                either(fields, "negative_prompt", negativePrompt, other.negativePrompt),
                either(fields, "output_format", outputFormat, other.outputFormat));
    }

    private static <T> @Nullable T either(Fields fields, String name, @Nullable T outside, @Nullable T inside) {
        return fields.either(name, outside, "generation_params." + name, inside);
    }
}
