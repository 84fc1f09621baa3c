package dev.mvstudio.web.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.web.Times;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an image is stored, and what it is; all but the first two are null when it is not, but for when it
 * expired.
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ImageInfo")
record ImageInfoBody(
        String imageId,
        boolean exists,
        @Nullable Long fileSizeBytes,
        @Schema(format = "date-time") @Nullable String createdAt,
        @Schema(example = "image/png") @Nullable String mediaType,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String sha256,

        @Schema(format = "date-time", description = "When it will, or did, expire; null for never") @Nullable
        String expiresAt) {
    static ImageInfoBody missing(String id, @Nullable Instant expiredAt) {
        return new ImageInfoBody(id, false, null, null, null, null, null, null, utc(expiredAt));
    }

    static ImageInfoBody from(Asset image) {
        FrameSize frame = image.info().frame();
        return new ImageInfoBody(
                image.id().toString(),
                true,
                image.size(),
                Times.utc(image.createdAt()),
                image.mediaType().mimeType(),
                frame == null ? null : frame.width(),
                frame == null ? null : frame.height(),
                image.sha256(),
                utc(image.expiresAt()));
    }

    private static @Nullable String utc(@Nullable Instant time) {
        return time == null ? null : Times.utc(time);
    }
}
