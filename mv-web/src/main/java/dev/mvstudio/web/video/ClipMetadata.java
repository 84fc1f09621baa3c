package dev.mvstudio.web.video;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.MediaInfo;
import dev.mvstudio.domain.video.VideoRequest;
import dev.mvstudio.web.Times;
import dev.mvstudio.web.provider.CostBody;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a clip was made, and what it is. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "VideoMetadata")
public record ClipMetadata(
        @Schema(description = "The caller's; dry_run shows what the model reads")
        String prompt,

        @Schema(example = "replicate") String backendUsed,
        @Schema(example = "google/veo-3.1") String modelUsed,
        ParametersBody parametersUsed,
        @Schema(format = "date-time") String generationTimestamp,
        double processingTimeSeconds,
        @Schema(format = "uuid") String jobId,

        @Schema(description = "What was asked for and could not be honoured to the letter")
        List<String> warnings,

        CostBody cost,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double durationSeconds) {
    static ClipMetadata from(GeneratedVideo generated) {
        Outcome outcome = generated.outcome();
        MediaInfo info = generated.video().info();
        FrameSize frame = info.frame();
        return new ClipMetadata(
                generated.request().prompt(),
                outcome.backend().name(),
                outcome.model().name(),
                ParametersBody.from(generated.request()),
                Times.utc(outcome.finishedAt()),
                Times.seconds(outcome.processingTime()),
                outcome.jobId().toString(),
                outcome.warnings(),
                CostBody.from(outcome.estimate()),
                frame == null ? null : frame.width(),
                frame == null ? null : frame.height(),
                Times.secondsOrNull(info.duration()));
    }

    /** What was applied, every gap filled. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "VideoParameters", description = "What was applied, every gap filled; null was not sent")
    public record ParametersBody(
            @Schema(example = "16:9") String aspectRatio,
            @Schema(description = "Seconds", example = "8") long duration,
            boolean generateAudio,
            @Nullable Long seed,
            @Schema(example = "720p") String resolution,
            @Nullable String negativePrompt,
            @Schema(description = "Placeholders filled in") String videoRulesTemplate,

            @Schema(description = "The stored pictures that the clip resembles")
            List<String> referenceImageIds,

            @Schema(description = "The stored picture that the clip ends with") @Nullable
            String lastFrameImageId) {
        public static ParametersBody from(VideoRequest r) {
            return new ParametersBody(
                    r.aspectRatio().toString(),
                    r.duration().toSeconds(),
                    r.generateAudio(),
                    r.seed(),
                    r.resolution().toString(),
                    r.negativePrompt(),
                    r.rules(),
                    r.referenceImages().stream()
                            .map(image -> image.asset().id().toString())
                            .toList(),
                    r.lastFrame() == null ? null : r.lastFrame().asset().id().toString());
        }
    }
}
