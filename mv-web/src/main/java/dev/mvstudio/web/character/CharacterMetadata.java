package dev.mvstudio.web.character;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.character.GeneratedCharacterReference;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.web.Times;
import dev.mvstudio.web.provider.CostBody;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the pictures were made. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CharacterMetadata(
        String characterDescription,
        String backendUsed,
        String modelUsed,
        ParametersBody parametersUsed,
        @Schema(format = "date-time") String generationTimestamp,
        double processingTimeSeconds,
        @Schema(format = "uuid") String jobId,
        List<String> warnings,
        CostBody cost) {
    static CharacterMetadata from(GeneratedCharacterReference generated) {
        Outcome outcome = generated.outcome();
        return new CharacterMetadata(
                generated.request().subject(),
                outcome.backend().name(),
                outcome.model().name(),
                ParametersBody.from(generated.request()),
                Times.utc(outcome.finishedAt()),
                Times.seconds(outcome.processingTime()),
                outcome.jobId().toString(),
                outcome.warnings(),
                CostBody.from(outcome.estimate()));
    }

    /** What was applied, every gap filled. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "CharacterParameters", description = "What was applied, every gap filled; null was not sent")
    public record ParametersBody(
            @Schema(example = "1:1") String aspectRatio,
            int numImages,
            @Schema(example = "png") String outputFormat,
            @Nullable String negativePrompt,
            @Nullable String safetyFilterLevel,
            @Nullable String personGeneration,
            @Nullable Long seed,

            @Schema(description = "The stored pictures to resemble")
            List<String> referenceImageIds) {
        public static ParametersBody from(ImageRequest r) {
            return new ParametersBody(
                    r.aspectRatio().toString(),
                    r.numImages(),
                    r.format().word(),
                    r.negativePrompt(),
                    r.safetyFilterLevel(),
                    r.personGeneration(),
                    r.seed(),
                    r.referenceImages().stream()
                            .map(image -> image.asset().id().toString())
                            .toList());
        }
    }
}
