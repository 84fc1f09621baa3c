package dev.mvstudio.web.film;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.MediaInfo;
import dev.mvstudio.web.Times;
import dev.mvstudio.web.provider.CostBody;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all films have in common that are made here: how they came to be, and what they are. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FilmFacts(
        @Schema(description = "Always empty") String prompt,

        @Schema(example = "local") String backendUsed,
        @Schema(example = "ffmpeg") String modelUsed,
        @Schema(format = "date-time") String generationTimestamp,
        double processingTimeSeconds,
        @Schema(format = "uuid") String jobId,
        List<String> warnings,
        CostBody cost,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double durationSeconds) {
    public static FilmFacts from(Asset film, Outcome outcome) {
        MediaInfo info = film.info();
        FrameSize frame = info.frame();
        return new FilmFacts(
                "",
                outcome.backend().name(),
                outcome.model().name(),
                Times.utc(outcome.finishedAt()),
                Times.seconds(outcome.processingTime()),
                outcome.jobId().toString(),
                outcome.warnings(),
                CostBody.from(outcome.estimate()),
                frame == null ? null : frame.width(),
                frame == null ? null : frame.height(),
                Times.secondsOrNull(info.duration()));
    }
}
