package dev.mvstudio.domain.asset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An asset about to be published.
 *
 * @param id its name, never used before
 * @param collection where it goes
 * @param path its place, relative to the store's root: {@code videos/<id>.mp4}
 * @param info what a {@link MediaProbe} found in it, or just its type for text
 * @param createdAt when it was made
 * @param expiresAt when it may be swept away; null for never
 */
public record NewAsset(
        AssetId id,
        Collection collection,
        String path,
        MediaInfo info,
        Instant createdAt,
        @Nullable Instant expiresAt) {
    /** The usual place: {@code <folder>/<id>.<extension>}. */
    public static NewAsset of(AssetId id, Collection collection, MediaInfo info, Instant createdAt) {
        String path = collection.folder() + "/" + id + "." + info.type().extension();
        return new NewAsset(id, collection, path, info, createdAt, null);
    }

    /** The same, to be swept away at this time; null for never. */
    public NewAsset expiringAt(@Nullable Instant at) {
        return new NewAsset(id, collection, path, info, createdAt, at);
    }
}
