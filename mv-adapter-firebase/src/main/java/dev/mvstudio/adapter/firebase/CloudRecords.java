package dev.mvstudio.adapter.firebase;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.asset.StorageException.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The records of the assets in the bucket, and the marks that lead to them. */
final class CloudRecords {
    private static final Logger LOG = LoggerFactory.getLogger(CloudRecords.class);

    private static final int MANY = 1000;

    /** How often a change begins anew because somebody else was faster. */
    private static final int TRIES = 10;

    private final CloudBucket bucket;

    CloudRecords(CloudBucket bucket) {
        this.bucket = bucket;
    }

    /** A record and the generation of its object. */
    record Entry(CloudRecord record, long generation) {
        Asset asset() {
            return record.asset();
        }
    }

    /** The record of this id, be the asset there or expired. */
    Optional<Entry> find(AssetId id) {
        return bucket.find(ObjectNames.record(id)).map(object -> read(object, id));
    }

    private static Entry read(CloudObject object, AssetId id) {
        try {
            CloudRecord record = CloudRecord.read(object.metadata());
            if (!record.asset().id().equals(id)) {
                throw new IllegalArgumentException("it is that of another");
            }
            return new Entry(record, object.generation());
        } catch (IllegalArgumentException e) {
            throw new StorageException(
                    Fault.STORAGE_UNAVAILABLE, "the record of asset " + id + " is damaged: " + e.getMessage(), e);
        }
    }

    Optional<Entry> live(AssetId id) {
        return find(id).filter(e -> e.record().live());
    }

    /** A change of an asset that is there; empty when somebody else changed it meanwhile. */
    interface Change<T> {
        Optional<T> to(Entry entry);
    }

    /** Changes an asset, again and again until nobody else was faster; empty when there is none. */
    <T> Optional<T> changing(AssetId id, Change<T> change) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Entry> entry = live(id);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            Optional<T> done = change.to(entry.get());
            if (done.isPresent()) {
                return done;
            }
        }
        throw new UnreachableException(
                "asset " + id + " is being changed all the time", new IllegalStateException("no turn in " + TRIES));
    }

    /**
     * Writes a record, which makes its asset be there, or be gone.
     *
     * @param generation of the record that it replaces; 0 for none
     * @return false when another one is there
     */
    boolean write(CloudRecord record, long generation) {
        return bucket.note(ObjectNames.record(record.asset().id()), record.write(), generation)
                .isPresent();
    }

    /** False when it was not there, or is another by now. */
    boolean delete(Entry entry) {
        return bucket.delete(ObjectNames.record(entry.asset().id()), entry.generation());
    }

    /** Lets an asset be found by what is in it, and when its time is up. Does nothing where that was done. */
    void mark(Asset asset) {
        bucket.note(ObjectNames.checksum(asset), Map.of(), 0);
        if (asset.expiresAt() != null) {
            bucket.note(ObjectNames.expiry(asset.expiresAt(), asset.id()), Map.of(), 0);
        }
    }

    /** Takes the marks of an asset away. */
    void unmark(Asset asset) {
        bucket.delete(ObjectNames.checksum(asset));
        if (asset.expiresAt() != null) {
            bucket.delete(ObjectNames.expiry(asset.expiresAt(), asset.id()));
        }
    }

    Optional<Asset> findBySha256(Collection collection, String sha256) {
        String marks = ObjectNames.checksums(collection, sha256);
        for (CloudObject mark : bucket.list(marks, marks + "~", MANY)) {
            Optional<Asset> found = AssetId.parse(ObjectNames.last(mark.name()))
                    .flatMap(this::live)
                    .map(Entry::asset)
                    .filter(a -> a.collection() == collection && a.sha256().equals(sha256));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Assets that are there and whose time is up. */
    List<Asset> expired(Instant now, int limit) {
        Set<AssetId> seen = new HashSet<>();
        List<Asset> found = new ArrayList<>();
        String end = ObjectNames.EXPIRY + ObjectNames.time(now) + "~";
        for (CloudObject mark : bucket.list(ObjectNames.EXPIRY, end, Integer.MAX_VALUE)) {
            if (found.size() == limit) {
                break;
            }
            AssetId.parse(ObjectNames.last(mark.name()))
                    .filter(seen::add)
                    .flatMap(this::readable)
                    .map(Entry::asset)
                    .filter(a -> a.isExpired(now))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** One that is damaged must not keep the others from being found. */
    private Optional<Entry> readable(AssetId id) {
        try {
            return live(id);
        } catch (StorageException e) {
            LOG.warn("{}, so it never expires", e.getMessage());
            return Optional.empty();
        }
    }

    /** Remembers that an asset expires; where its record does not say so, this says nothing. */
    void markExpired(Asset asset, Instant at) {
        bucket.note(ObjectNames.expired(at, asset.id()), Map.of(), 0);
    }

    /** Forgets what expired before this moment, and tells how many that were. */
    int forget(Instant before) {
        int forgotten = 0;
        String end = ObjectNames.EXPIRED + ObjectNames.time(before);
        for (CloudObject mark : bucket.list(ObjectNames.EXPIRED, end, Integer.MAX_VALUE)) {
            AssetId id = AssetId.parse(ObjectNames.last(mark.name())).orElse(null);
            Entry entry = id == null ? null : find(id).orElse(null);
            if (entry != null && !entry.record().live() && isBefore(entry.asset(), before) && delete(entry)) {
                forgotten++;
            }
            bucket.delete(mark.name(), mark.generation());
        }
        return forgotten;
    }

    private static boolean isBefore(Asset asset, Instant moment) {
        return asset.expiresAt() != null && asset.expiresAt().isBefore(moment);
    }
}
