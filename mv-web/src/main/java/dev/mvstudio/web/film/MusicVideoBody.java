package dev.mvstudio.web.film;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.film.MusicVideo;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.web.Times;
import dev.mvstudio.web.provider.CostBody;
import dev.mvstudio.web.scene.ScenesBody.SceneBody;
import dev.mvstudio.web.video.ClipBody;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finished film and all that went into it. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "MusicVideo")
record MusicVideoBody(
        @Schema(format = "uuid", description = "That of the film")
        String videoId,

        String videoPath,
        String videoUrl,

        @Schema(description = "As merge_videos tells of it") FilmBody film,

        @Schema(description = "In the order of the film") List<SceneBody> scenes,

        @Schema(format = "uuid", description = "The picture that the clips resemble; null when their model takes none")
        @Nullable
        String referenceImageId,

        @Nullable String referenceImageUrl,

        @Schema(description = "In the order of the film") List<ClipBody> clips,

        MusicVideoMetadata metadata,

        @Schema(description = "What the scenes asked for and the clips' model could not do")
        List<String> warnings) {
    static MusicVideoBody from(MusicVideo made) {
        FilmBody film = FilmBody.from(made.film());
        String picture = made.referenceImageId();
        return new MusicVideoBody(
                film.videoId(),
                film.videoPath(),
                film.videoUrl(),
                film,
                made.scenes().stream().map(SceneBody::from).toList(),
                picture,
                picture == null ? null : "/api/mv/get_image/" + picture,
                made.clips().stream().map(ClipBody::from).toList(),
                MusicVideoMetadata.from(made.outcome()),
                made.warnings());
    }

    /** How it was made. Backend and model are those of the clips. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MusicVideoMetadata(
            String backendUsed,
            String modelUsed,
            @Schema(format = "date-time") String generationTimestamp,
            double processingTimeSeconds,
            @Schema(format = "uuid") String jobId,
            CostBody cost) {
        static MusicVideoMetadata from(Outcome outcome) {
            return new MusicVideoMetadata(
                    outcome.backend().name(),
                    outcome.model().name(),
                    Times.utc(outcome.finishedAt()),
                    Times.seconds(outcome.processingTime()),
                    outcome.jobId().toString(),
                    CostBody.from(outcome.estimate()));
        }
    }
}
