package dev.mvstudio.domain.asset;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps assets. An asset is visible whole or not at all, to this process and to any other, also after a crash; once
 * published it never changes. Safe for use by many threads and processes. What is <em>not</em> promised: an order of
 * publication, and any memory of deleted assets.
 *
 * <p>All methods throw {@link StorageException} when the store cannot do its work.
 */
public interface AssetStore {
    /**
     * A private place to write an asset. What a process that died left behind is swept by a later one.
     *
     * @param type the format that will be written, or null when only its content will tell
     */
    Draft draft(@Nullable MediaType type);

    /**
     * Makes a draft visible. The draft's file is gone afterwards.
     *
     * @throws IllegalArgumentException when the id or the path is taken, or the path would leave the store
     */
    Asset publish(Draft draft, NewAsset as);

    /** Empty only when there is no such asset, never because it could not be looked up. */
    Optional<Asset> find(AssetId id);

    /** The asset whose bytes have this checksum, in this collection; any of them when there are several. */
    Optional<Asset> findBySha256(Collection collection, String sha256);

    /** Where its bytes are. */
    Content content(Asset asset);

    /** Removes an asset; false when there was none. Whoever is reading it can finish reading. */
    boolean delete(AssetId id);
}
