package dev.mvstudio.testkit.video;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.MediaInfo;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.Resolution;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.video.VideoRequest;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Requests to try video models with. */
public final class VideoRequests {
    private static final byte[] SQUARE = HexFormat.of()
            .parseHex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
                    + "0000000c49444154789c636868680000030401814bd3d2100000000049454e44ae426082");

    /** A reference image of one pixel. */
    public static final ReferenceImage SMALL_PICTURE = reference(SQUARE, MediaType.PNG);

    private VideoRequests() {}

    public static VideoRequest plain(Model model) {
        return new VideoRequest(
                model,
                "A small silver robot walks through an empty theatre at night.",
                "",
                null,
                new AspectRatio(16, 9),
                Duration.ofSeconds(4),
                new Resolution(720),
                false,
                null,
                List.of());
    }

    /** The same request with another value of one parameter. Those that a video model has not are left as they are. */
    public static VideoRequest with(VideoRequest r, Parameter parameter) {
        return new VideoRequest(
                r.model(),
                r.prompt(),
                r.rules(),
                parameter == Parameter.NEGATIVE_PROMPT ? "a crowd" : r.negativePrompt(),
                parameter == Parameter.ASPECT_RATIO ? new AspectRatio(9, 16) : r.aspectRatio(),
                parameter == Parameter.DURATION ? r.duration().plusSeconds(2) : r.duration(),
                parameter == Parameter.RESOLUTION ? new Resolution(1080) : r.resolution(),
                parameter == Parameter.GENERATE_AUDIO || r.generateAudio(),
                parameter == Parameter.SEED ? Long.valueOf(0) : r.seed(),
                parameter == Parameter.REFERENCE_IMAGE || parameter == Parameter.LAST_FRAME
                        ? List.of(SMALL_PICTURE)
                        : r.referenceImages(),
                parameter == Parameter.LAST_FRAME ? SMALL_PICTURE : r.lastFrame());
    }

    /** A reference image in memory. */
    public static ReferenceImage reference(byte[] bytes, MediaType type) {
        Asset asset = new Asset(
                new AssetId(UUID.nameUUIDFromBytes(bytes)),
                Collection.UPLOADS,
                "assets/reference." + type.extension(),
                new MediaInfo(type, new FrameSize(1, 1), null, false),
                bytes.length,
                sha256(bytes),
                Instant.EPOCH,
                null);
        return new ReferenceImage(asset, () -> new ByteArrayInputStream(bytes));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
