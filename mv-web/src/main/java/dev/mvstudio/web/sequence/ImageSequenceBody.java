package dev.mvstudio.web.sequence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.image.GeneratedImages;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The images of a sequence, as far as there are any, and how they were made. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ImageSequence")
record ImageSequenceBody(
        @Schema(description = "Whether every scene has its image")
        boolean success,

        @Schema(description = "Name it to go on with what is missing")
        String folderId,

        List<ImageUrl> imageUrls,
        ImagesMetadata metadata,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Why scenes have no image; not there when all have one")
        @Nullable
        List<SceneError> errors) {
    static ImageSequenceBody from(GeneratedImages made, ImageLinks links) {
        return new ImageSequenceBody(
                made.complete(),
                made.sequence().folder().value(),
                made.images().stream().map(image -> ImageUrl.from(image, links)).toList(),
                ImagesMetadata.from(made),
                made.complete()
                        ? null
                        : made.faults().stream().map(SceneError::from).toList());
    }

    /** Where the image of a scene is. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SceneImageUrl")
    record ImageUrl(
            int sceneNumber,

            @Schema(example = "http://localhost:8000/api/mv/get_image/a1b2c3d4-e5f6-7890-abcd-ef1234567890")
            String url,

            @Schema(format = "uuid") String imageId,

            @Schema(description = "Relative to the outputs folder", example = "sequences/cliff/images/scene_0001.png")
            String path) {
        private static ImageUrl from(GeneratedImages.Made made, ImageLinks links) {
            return new ImageUrl(
                    made.scene(),
                    links.of(made.asset(), made.address()),
                    made.asset().id().toString(),
                    made.asset().path());
        }
    }

    /** Why a scene has no image. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SceneError")
    record SceneError(
            int sceneNumber,
            @Schema(example = "PROVIDER_UNAVAILABLE") String errorCode,
            String message,
            boolean retryable) {
        private static SceneError from(GeneratedImages.Fault fault) {
            return new SceneError(
                    fault.scene(),
                    fault.error().code(),
                    fault.error().details(),
                    fault.error().retryable());
        }
    }
}
