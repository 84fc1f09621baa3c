package dev.mvstudio.web.video;

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
 * Whether a video is stored, and what it is; all but the first two are null when it is not, but for when it
 * expired.
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "VideoInfo")
record VideoInfoBody(
        String videoId,
        boolean exists,
        @Nullable Long fileSizeBytes,
        @Schema(format = "date-time") @Nullable String createdAt,
        @Schema(example = "video/mp4") @Nullable String mediaType,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double durationSeconds,
        @Nullable String sha256,

        @Schema(format = "date-time", description = "When it will, or did, expire; null for never") @Nullable
        String expiresAt) {
    static VideoInfoBody missing(String id, @Nullable Instant expiredAt) {
        return new VideoInfoBody(id, false, null, null, null, null, null, null, null, utc(expiredAt));
    }

    static VideoInfoBody from(Asset video) {
        FrameSize frame = video.info().frame();
        return new VideoInfoBody(
                video.id().toString(),
                true,
                video.size(),
                Times.utc(video.createdAt()),
                video.mediaType().mimeType(),
                frame == null ? null : frame.width(),
                frame == null ? null : frame.height(),
                Times.secondsOrNull(video.info().duration()),
                video.sha256(),
                utc(video.expiresAt()));
    }

    private static @Nullable String utc(@Nullable Instant time) {
        return time == null ? null : Times.utc(time);
    }
}
