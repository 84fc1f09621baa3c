package dev.mvstudio.web.sequence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.mvstudio.application.image.Slideshow;
import dev.mvstudio.application.image.SlideshowRequest;
import dev.mvstudio.web.Times;
import dev.mvstudio.web.film.FilmFacts;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A sequence as a film. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Slideshow")
record SlideshowBody(
        @Schema(format = "uuid") String videoId,

        @Schema(
                description = "Relative to the outputs folder",
                example = "videos/a1b2c3d4-e5f6-7890-abcd-ef1234567890.mp4")
        String videoPath,

        @Schema(example = "/api/mv/get_video/a1b2c3d4-e5f6-7890-abcd-ef1234567890")
        String videoUrl,

        SlideshowMetadata metadata) {
    static SlideshowBody from(Slideshow made) {
        String id = made.video().id().toString();
        return new SlideshowBody(id, made.video().path(), "/api/mv/get_video/" + id, SlideshowMetadata.from(made));
    }

    /** How it was made, and what it is. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SlideshowMetadata(@JsonUnwrapped FilmFacts facts, ParametersBody parametersUsed) {
        private static SlideshowMetadata from(Slideshow made) {
            return new SlideshowMetadata(
                    FilmFacts.from(made.video(), made.outcome()), ParametersBody.from(made.request()));
        }
    }

    /** What is shown, every gap filled. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SlideshowParameters")
    record ParametersBody(String folderId, List<SlideBody> scenes) {
        static ParametersBody from(SlideshowRequest request) {
            return new ParametersBody(
                    request.folder().value(),
                    request.slides().stream()
                            .map(s -> new SlideBody(s.scene(), s.image().id().toString(), Times.seconds(s.length())))
                            .toList());
        }
    }

    /** One image. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Slide")
    record SlideBody(
            int sceneNumber,
            @Schema(format = "uuid") String imageId,
            @Schema(description = "Seconds") double duration) {}
}
