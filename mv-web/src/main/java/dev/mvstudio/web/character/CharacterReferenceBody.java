package dev.mvstudio.web.character;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.character.GeneratedCharacterReference;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.FrameSize;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pictures and how they were made. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "GeneratedCharacterReference")
record CharacterReferenceBody(
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The first picture; left out with include_base64=false")
        @Nullable
        String imageBase64,

        @Schema(
                description = "Relative to the outputs folder",
                example = "character_references/a1b2c3d4-e5f6-7890-abcd-ef1234567890.png")
        String outputFile,

        @Schema(format = "uuid") String imageId,

        @Schema(example = "/api/mv/get_image/a1b2c3d4-e5f6-7890-abcd-ef1234567890")
        String imageUrl,

        List<ImageBody> images,
        CharacterMetadata metadata) {
    /**
     * Tells of the pictures.
     *
     * @param base64 the first picture, or null to leave it out
     */
    static CharacterReferenceBody from(GeneratedCharacterReference generated, @Nullable String base64) {
        Asset first = generated.first();
        return new CharacterReferenceBody(
                base64,
                first.path(),
                first.id().toString(),
                ImageBody.url(first),
                generated.images().stream().map(ImageBody::from).toList(),
                CharacterMetadata.from(generated));
    }

    /** One picture. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "GeneratedImage")
    record ImageBody(
            @Schema(format = "uuid") String id,
            String url,
            @Schema(example = "image/png") String mediaType,
            @Nullable Integer width,
            @Nullable Integer height,
            long fileSizeBytes) {
        static ImageBody from(Asset image) {
            FrameSize frame = image.info().frame();
            return new ImageBody(
                    image.id().toString(),
                    url(image),
                    image.mediaType().mimeType(),
                    frame == null ? null : frame.width(),
                    frame == null ? null : frame.height(),
                    image.size());
        }

        static String url(Asset image) {
            return "/api/mv/get_image/" + image.id();
        }
    }
}
