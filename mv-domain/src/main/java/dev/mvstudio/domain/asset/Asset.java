package dev.mvstudio.domain.asset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored file.
 *
 * @param id its name
 * @param collection where it was put
 * @param path its place relative to the store's root, with forward slashes
 * @param info what is in it
 * @param size in bytes
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param createdAt when it was published
 * @param expiresAt when it may be swept away; null for never
 */
public record Asset(
        AssetId id,
        Collection collection,
        String path,
        MediaInfo info,
        long size,
        String sha256,
        Instant createdAt,
        @Nullable Instant expiresAt) {
    public MediaType mediaType() {
        return info.type();
    }

    /** Whether its time is up: at {@code expiresAt} it is. */
    public boolean isExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    /** The same, to be swept away at another time; null for never. */
    public Asset expiringAt(@Nullable Instant at) {
        return new Asset(id, collection, path, info, size, sha256, createdAt, at);
    }
}
