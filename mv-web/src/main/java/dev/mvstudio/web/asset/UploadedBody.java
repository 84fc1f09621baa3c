package dev.mvstudio.web.asset;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.web.Times;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file that was given. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Asset")
record UploadedBody(
        @Schema(format = "uuid") String id,

        @Schema(example = "/api/mv/assets/a1b2c3d4-e5f6-7890-abcd-ef1234567890")
        String url,

        @Schema(description = "By its content", example = "audio/mpeg")
        String mediaType,

        long fileSizeBytes,
        String sha256,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double durationSeconds) {
    static UploadedBody from(Asset asset) {
        FrameSize frame = asset.info().frame();
        return new UploadedBody(
                asset.id().toString(),
                "/api/mv/assets/" + asset.id(),
                asset.mediaType().mimeType(),
                asset.size(),
                asset.sha256(),
                frame == null ? null : frame.width(),
                frame == null ? null : frame.height(),
                Times.secondsOrNull(asset.info().duration()));
    }
}
