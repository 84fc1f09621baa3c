package dev.mvstudio.web.video;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.video.GeneratedVideo;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;

/** A clip and how it was made. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "GeneratedVideo")
public record ClipBody(
        @Schema(format = "uuid") String videoId,

        @Schema(
                description = "Relative to the outputs folder",
                example = "videos/a1b2c3d4-e5f6-7890-abcd-ef1234567890.mp4")
        String videoPath,

        @Schema(example = "/api/mv/get_video/a1b2c3d4-e5f6-7890-abcd-ef1234567890")
        String videoUrl,

        ClipMetadata metadata) {
    public static ClipBody from(GeneratedVideo generated) {
        String id = generated.video().id().toString();
        return new ClipBody(id, generated.video().path(), "/api/mv/get_video/" + id, ClipMetadata.from(generated));
    }
}
