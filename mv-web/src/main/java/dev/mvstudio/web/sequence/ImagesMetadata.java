package dev.mvstudio.web.sequence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.image.GeneratedImages;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.image.Sampling;
import dev.mvstudio.web.Times;
import dev.mvstudio.web.provider.CostBody;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the images were made; null was not sent. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record ImagesMetadata(
        @Schema(format = "date-time") String timestamp,
        int totalScenes,
        @Nullable Long seed,
        @Schema(example = "euler_ancestral") @Nullable String sampler,
        @Schema(example = "20") @Nullable Integer steps,
        @Schema(example = "7.0") @Nullable Double cfgScale,
        @Nullable String negativePrompt,
        @Schema(example = "png") String outputFormat,
        String model,
        @Nullable Integer width,
        @Nullable Integer height,
        @Schema(format = "uuid") String jobId,
        String backendUsed,
        double processingTimeSeconds,
        CostBody cost,
        List<String> warnings) {
    static ImagesMetadata from(GeneratedImages made) {
        Outcome outcome = made.outcome();
        Sampling sampling = made.sequence().sampling();
        FrameSize size = made.size();
        return new ImagesMetadata(
                Times.utc(outcome.finishedAt()),
                made.sequence().scenes().size(),
                made.sequence().seed(),
                sampling.sampler(),
                sampling.steps(),
                sampling.cfgScale(),
                made.look().negativePrompt(),
                made.look().format().word(),
                outcome.model().name(),
                size == null ? null : size.width(),
                size == null ? null : size.height(),
                outcome.jobId().toString(),
                outcome.backend().name(),
                Times.seconds(outcome.processingTime()),
                CostBody.from(outcome.estimate()),
                outcome.warnings());
    }
}
