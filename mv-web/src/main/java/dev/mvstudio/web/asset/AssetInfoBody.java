package dev.mvstudio.web.asset;

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
 * Whether an asset is stored, and what it is; all but the first two are null when it is not, but for when it
 * expired.
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "AssetInfo")
record AssetInfoBody(
        String id,
        boolean exists,
        @Nullable Long fileSizeBytes,
        @Schema(format = "date-time") @Nullable String createdAt,
        @Schema(example = "audio/mpeg") @Nullable String mediaType,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double durationSeconds,
        @Nullable String sha256,

        @Schema(format = "date-time", description = "When it will, or did, expire; null for never") @Nullable
        String expiresAt) {
    static AssetInfoBody missing(String id, @Nullable Instant expiredAt) {
        return new AssetInfoBody(id, false, null, null, null, null, null, null, null, utc(expiredAt));
    }

    static AssetInfoBody from(Asset asset) {
        FrameSize frame = asset.info().frame();
        return new AssetInfoBody(
                asset.id().toString(),
                true,
                asset.size(),
                Times.utc(asset.createdAt()),
                asset.mediaType().mimeType(),
                frame == null ? null : frame.width(),
                frame == null ? null : frame.height(),
                Times.secondsOrNull(asset.info().duration()),
                asset.sha256(),
                utc(asset.expiresAt()));
    }

    private static @Nullable String utc(@Nullable Instant time) {
        return time == null ? null : Times.utc(time);
    }
}
