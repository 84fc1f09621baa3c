package dev.mvstudio.web.film;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.film.MergedVideo;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;

/** A film and how it was made. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "MergedVideo")
record FilmBody(
        @Schema(format = "uuid") String videoId,

        @Schema(
                description = "Relative to the outputs folder",
                example = "videos/a1b2c3d4-e5f6-7890-abcd-ef1234567890.mp4")
        String videoPath,

        @Schema(example = "/api/mv/get_video/a1b2c3d4-e5f6-7890-abcd-ef1234567890")
        String videoUrl,

        FilmMetadata metadata) {
    static FilmBody from(MergedVideo merged) {
        String id = merged.video().id().toString();
        return new FilmBody(id, merged.video().path(), "/api/mv/get_video/" + id, FilmMetadata.from(merged));
    }
}
