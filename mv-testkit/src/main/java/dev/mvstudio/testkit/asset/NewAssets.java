package dev.mvstudio.testkit.asset;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.MediaInfo;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.NewAsset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Assets to try stores with. Their bytes are not what their type says: a store does not look. */
public final class NewAssets {
    public static final Instant NOON = Instant.parse("2026-06-01T12:00:00.123456Z");
    public static final MediaInfo CLIP =
            new MediaInfo(MediaType.MP4, new FrameSize(320, 180), Duration.ofMillis(1234), true);
    public static final MediaInfo PICTURE = new MediaInfo(MediaType.PNG, new FrameSize(64, 64), null, false);

    private NewAssets() {}

    public static AssetId id() {
        return new AssetId(UUID.randomUUID());
    }

    /** A clip at its usual place. */
    public static NewAsset clip(AssetId id) {
        return NewAsset.of(id, Collection.VIDEOS, CLIP, NOON);
    }

    /** Writes these bytes and publishes them. */
    public static Asset publish(AssetStore store, NewAsset as, byte[] bytes) {
        try (Draft draft = store.draft(as.info().type())) {
            Files.write(draft.file(), bytes);
            return store.publish(draft, as);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
