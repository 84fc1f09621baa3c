package dev.mvstudio.adapter.firebase;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.Content;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.NewAsset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Assets on their way to the bucket, in a store on this machine. Everything there has a time, so that it can be listed;
 * what never expires has one that never comes.
 */
final class Spool {
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final AssetStore files;

    /** What is being published, and not there for others yet. */
    private final Set<AssetId> inHand = ConcurrentHashMap.newKeySet();

    /** What was removed while it was being uploaded. */
    private final Set<AssetId> dropped = ConcurrentHashMap.newKeySet();

    /** What is in the bucket already, and stays for those who are about to read it. */
    private final Set<AssetId> uploaded = ConcurrentHashMap.newKeySet();

    Spool(AssetStore files) {
        this.files = files;
    }

    Draft draft(@Nullable MediaType type) {
        return files.draft(type);
    }

    /** False when somebody has it in hand already. */
    boolean take(AssetId id) {
        return inHand.add(id);
    }

    void letGo(AssetId id) {
        inHand.remove(id);
    }

    /** Keeps a draft. It is on disk when this returns. */
    Asset add(Draft draft, NewAsset as) {
        return plain(files.publish(draft, as.expiringAt(as.expiresAt() == null ? NEVER : as.expiresAt())));
    }

    private static Asset plain(Asset spooled) {
        return NEVER.equals(spooled.expiresAt()) ? spooled.expiringAt(null) : spooled;
    }

    Optional<Asset> find(AssetId id) {
        return inHand.contains(id) ? Optional.empty() : files.find(id).map(Spool::plain);
    }

    Optional<Asset> findBySha256(Collection collection, String sha256) {
        return files.findBySha256(collection, sha256)
                .filter(a -> !inHand.contains(a.id()))
                .map(Spool::plain);
    }

    Optional<Asset> findExpired(AssetId id) {
        return files.findExpired(id).map(Spool::plain);
    }

    /** All that is to be uploaded: one that is refused for a long time must not hide others. */
    List<Asset> waiting() {
        return files.expired(NEVER, Integer.MAX_VALUE).stream()
                .filter(a -> !inHand.contains(a.id()) && !uploaded.contains(a.id()))
                .map(Spool::plain)
                .toList();
    }

    List<Asset> expired(Instant now, int limit) {
        return files.expired(now, limit).stream()
                .filter(a -> !inHand.contains(a.id()))
                .map(Spool::plain)
                .filter(a -> a.isExpired(now))
                .toList();
    }

    Content content(Asset asset) {
        return files.content(asset);
    }

    /** The file of one that is there. */
    Path file(Asset asset) {
        return switch (files.content(asset)) {
            case Content.LocalFile local -> local.path();
            case Content.Remote remote -> throw new IllegalStateException("a spool is on this machine");
        };
    }

    /** Removes one that was uploaded, or could not be. */
    void remove(AssetId id) {
        files.delete(id);
        uploaded.remove(id);
    }

    /** Removes one that nobody wants any more; false when there is none. */
    synchronized boolean drop(AssetId id) {
        boolean there = files.delete(id);
        if (there && !uploaded.remove(id)) {
            dropped.add(id);
        }
        return there;
    }

    synchronized boolean expire(AssetId id, Instant now) {
        boolean there = files.expire(id, now);
        if (there && !uploaded.remove(id)) {
            dropped.add(id);
        }
        return there;
    }

    synchronized Asset expireAt(AssetId id, @Nullable Instant at) {
        return plain(files.expireAt(id, at == null ? NEVER : at));
    }

    int forgetExpired(Instant before) {
        return files.forgetExpired(before);
    }

    /** From now on nobody waits for the upload of this one. */
    void begin(AssetId id) {
        dropped.remove(id);
    }

    /**
     * It was uploaded.
     *
     * @return how it is by now; empty when it was removed meanwhile
     */
    synchronized Optional<Asset> done(Asset asset) {
        if (dropped.remove(asset.id())) {
            return Optional.empty();
        }
        uploaded.add(asset.id());
        return Optional.of(files.find(asset.id()).map(Spool::plain).orElse(asset));
    }

    boolean isUploaded(AssetId id) {
        return uploaded.contains(id);
    }
}
