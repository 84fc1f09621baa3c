package dev.mvstudio.web.scene;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.application.scene.CreatedScenes;
import dev.mvstudio.domain.scene.SceneRequest;
import dev.mvstudio.web.Times;
import dev.mvstudio.web.provider.CostBody;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the scenes were made. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ScenesMetadata(
        String idea,
        int numberOfScenes,
        String backendUsed,
        String modelUsed,
        ParametersBody parametersUsed,

        @Schema(format = "date-time") String generationTimestamp,

        double processingTimeSeconds,

        @Schema(format = "uuid") String jobId,

        List<String> warnings,
        CostBody cost) {
    static ScenesMetadata from(CreatedScenes created) {
        Outcome outcome = created.outcome();
        return new ScenesMetadata(
                created.request().idea(),
                created.request().numberOfScenes(),
                outcome.backend().name(),
                outcome.model().name(),
                ParametersBody.from(created.request()),
                Times.utc(outcome.finishedAt()),
                Times.seconds(outcome.processingTime()),
                outcome.jobId().toString(),
                outcome.warnings(),
                CostBody.from(outcome.estimate()));
    }

    /** What was applied, every gap filled. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SceneParameters")
    public record ParametersBody(
            String characterDescription,
            String characterCharacteristics,
            int numberOfScenes,
            String videoType,
            String videoCharacteristics,
            String cameraAngle,
            @Nullable Long seed) {
        public static ParametersBody from(SceneRequest r) {
            return new ParametersBody(
                    r.characterDescription(),
                    r.characterCharacteristics(),
                    r.numberOfScenes(),
                    r.videoType(),
                    r.videoCharacteristics(),
                    r.cameraAngle(),
                    r.seed());
        }
    }
}
