package dev.mvstudio.adapter.firebase;

import dev.mvstudio.adapter.firebase.CloudRecords.Entry;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How assets leave the bucket: announced first, then their record goes, or says that they expired, then the rest. */
final class CloudRemovals {
    private static final Logger LOG = LoggerFactory.getLogger(CloudRemovals.class);

    /** Longer than anybody is between two steps of one change. */
    private static final Duration CHANGING = Duration.ofMinutes(5);

    private static final int MOST_LEFTOVERS = 100;

    private final CloudBucket bucket;
    private final CloudRecords records;
    private final Clock clock;

    CloudRemovals(CloudBucket bucket, CloudRecords records, Clock clock) {
        this.bucket = bucket;
        this.records = records;
        this.clock = clock;
    }

    /** Whether nobody can be at work with it any more. */
    boolean isOld(CloudObject object) {
        return object.updated().isBefore(clock.instant().minus(CHANGING));
    }

    boolean delete(AssetId id) {
        return records.changing(id, entry -> {
                    announceRemoval(entry);
                    if (!records.delete(entry)) {
                        return Optional.empty();
                    }
                    clearUp(entry);
                    return Optional.of(true);
                })
                .orElse(false);
    }

    boolean expire(AssetId id, Instant now) {
        return records.changing(id, entry -> {
                    Asset asset = entry.asset();
                    if (!asset.isExpired(now) || asset.expiresAt() == null) {
                        return Optional.of(false);
                    }
                    announceRemoval(entry);
                    records.markExpired(asset, asset.expiresAt());
                    if (!records.write(entry.record().expired(), entry.generation())) {
                        return Optional.empty();
                    }
                    clearUp(entry);
                    return Optional.of(true);
                })
                .orElse(false);
    }

    /** So that somebody can end what we begin. */
    private void announceRemoval(Entry entry) {
        bucket.note(
                ObjectNames.leftover(entry.asset().id(), entry.record().media()),
                entry.record().write(),
                0);
    }

    /** Removes what the record no longer leads to. What does not go now goes later. */
    private void clearUp(Entry entry) {
        try {
            remove(entry.record());
        } catch (UnreachableException | RefusedException e) {
            LOG.warn(
                    "The bytes of asset {} are removed later: {}", entry.asset().id(), e.getMessage());
        }
    }

    private void remove(CloudRecord record) {
        Asset asset = record.asset();
        bucket.delete(ObjectNames.media(asset.path()), record.media());
        if (records.live(asset.id()).isEmpty()) {
            records.unmark(asset);
        }
        bucket.delete(ObjectNames.leftover(asset.id(), record.media()));
    }

    /** Ends removals that were begun by processes that are gone. */
    void sweep() {
        for (CloudObject mark : bucket.list(ObjectNames.LEFTOVERS, ObjectNames.LEFTOVERS + "~", MOST_LEFTOVERS)) {
            if (isOld(mark)) {
                sweep(mark);
            }
        }
    }

    private void sweep(CloudObject mark) {
        try {
            CloudRecord record = CloudRecord.read(mark.metadata());
            boolean removed = records.live(record.asset().id())
                    .filter(e -> e.record().media() == record.media())
                    .isEmpty();
            if (removed) {
                remove(record);
            } else {
                bucket.delete(mark.name(), mark.generation());
            }
        } catch (IllegalArgumentException e) {
            LOG.warn("{} is damaged: {}", mark.name(), e.getMessage());
        }
    }
}
