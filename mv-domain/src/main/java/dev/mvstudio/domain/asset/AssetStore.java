package dev.mvstudio.domain.asset;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps assets. An asset is visible whole or not at all, to this process and to any other, also after a crash; once
 * published its bytes never change. Safe for use by many threads and processes. That an asset expired is remembered
 * until it is forgotten. What is <em>not</em> promised: an order of publication, and any memory of deleted assets.
 *
 * <p>Nothing expires by itself: an asset whose time is up is there like any other until somebody calls {@link #expire}.
 *
 * <p>All methods throw {@link StorageException} when the store cannot do its work.
 */
public interface AssetStore {
    /**
     * Names this store: the same for all processes that share it, another one for every other store. The name is made
     * when it is first asked for; when several ask at once, all get the same.
     */
    String identity();

    /**
     * A private place to write an asset. What a process that died left behind is swept by a later one.
     *
     * @param type the format that will be written, or null when only its content will tell
     */
    Draft draft(@Nullable MediaType type);

    /**
     * Makes a draft visible. The draft's file is gone afterwards. Who had this id before and expired is forgotten.
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

    /** Where anybody who has this address can fetch it without this program, for as long as it is kept; often nowhere. */
    default Optional<URI> address(Asset asset) {
        return Optional.empty();
    }

    /** Removes an asset; false when there was none. Whoever is reading it can finish reading. */
    boolean delete(AssetId id);

    /**
     * Says anew when an asset may be swept away.
     *
     * @param at null for never
     * @throws java.util.NoSuchElementException when there is no such asset
     */
    Asset expireAt(AssetId id, @Nullable Instant at);

    /**
     * Assets whose time is up, in no order. One whose record is damaged is left out, and told in the log.
     *
     * @param limit how many at most, at least 1
     */
    List<Asset> expired(Instant now, int limit);

    /**
     * Removes an asset whose time is up, and remembers what it was. It is gone and remembered in one step, also after a
     * crash; only where a full disk has no room left for the memory it is gone without. Whoever is reading it can finish
     * reading.
     *
     * @return false when there was none, or its time is not up (any more)
     */
    boolean expire(AssetId id, Instant now);

    /** What an asset was that expired; empty when none of this id did, or it was forgotten. */
    Optional<Asset> findExpired(AssetId id);

    /**
     * Forgets what expired before this moment.
     *
     * @return how many that were
     */
    int forgetExpired(Instant before);
}
