package dev.mvstudio.adapter.firebase;

import com.google.cloud.storage.BlobInfo;
import dev.mvstudio.adapter.firebase.CloudRecords.Entry;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How assets come into the bucket, change and go. An asset is there once its record is, and that is written last and
 * removed first; what a process that dies on the way leaves behind is cleared up later.
 */
final class CloudAssets {
    /** How often a change begins anew because somebody else was faster. */
    private static final int TRIES = 10;

    private final FirebaseConfiguration configuration;
    private final CloudBucket bucket;
    private final CloudRecords records;
    private final CloudRemovals removals;

    CloudAssets(FirebaseConfiguration configuration, CloudBucket bucket, Clock clock) {
        this.configuration = configuration;
        this.bucket = bucket;
        this.records = new CloudRecords(bucket);
        this.removals = new CloudRemovals(bucket, records, clock);
    }

    CloudBucket bucket() {
        return bucket;
    }

    CloudRecords records() {
        return records;
    }

    CloudRemovals removals() {
        return removals;
    }

    /** How it went. */
    enum Put {
        DONE,
        ID_TAKEN,
        PATH_TAKEN
    }

    /**
     * Adds an asset. Done again it does nothing, so it may be repeated when it is not known how it went.
     *
     * @throws IOException when the file cannot be read
     */
    Put put(Asset asset, Path file) throws IOException {
        Optional<Entry> there = records.find(asset.id());
        if (there.isPresent() && there.get().record().live()) {
            return there.get().record().isOf(asset) ? Put.DONE : Put.ID_TAKEN;
        }
        Optional<CloudObject> media = putMedia(asset, file);
        if (media.isEmpty()) {
            return Put.PATH_TAKEN;
        }
        records.mark(asset);
        CloudRecord record = new CloudRecord(asset, media.get().generation(), true);
        if (records.write(record, there.map(Entry::generation).orElse(0L))) {
            return Put.DONE;
        }
        return settle(asset, media.get());
    }

    /** Somebody else was faster, or we were and were not told. */
    private Put settle(Asset asset, CloudObject media) {
        Optional<Entry> winner = records.live(asset.id());
        if (winner.filter(w -> w.record().isOf(asset)).isPresent()) {
            return Put.DONE;
        }
        if (winner.filter(w -> w.record().media() == media.generation()).isEmpty()) {
            bucket.delete(media.name(), media.generation());
        }
        return Put.ID_TAKEN;
    }

    private Optional<CloudObject> putMedia(Asset asset, Path file) throws IOException {
        String name = ObjectNames.media(asset.path());
        long expected = 0;
        for (int i = 0; i < TRIES; i++) {
            Optional<CloudObject> made = bucket.upload(describe(asset, name), file, expected);
            if (made.isPresent()) {
                return made;
            }
            CloudObject there = bucket.find(name).orElse(null);
            if (there == null) {
                expected = 0;
            } else if (isOf(there, asset)) {
                return Optional.of(there);
            } else if (isLeftOver(there)) {
                expected = there.generation();
            } else {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private BlobInfo.Builder describe(Asset asset, String name) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put("mvstudio_id", asset.id().toString());
        metadata.put("mvstudio_sha256", asset.sha256());
        if (configuration.signedFor() == null) {
            metadata.put(Downloads.TOKENS, Downloads.of(configuration).token(asset.id()));
        }
        return BlobInfo.newBuilder(configuration.bucket(), name)
                .setContentType(asset.mediaType().mimeType())
                .setCacheControl("private, max-age=86400")
                .setMetadata(metadata);
    }

    private static boolean isOf(CloudObject media, Asset asset) {
        return media.size() == asset.size()
                && asset.id().toString().equals(media.metadata().get("mvstudio_id"))
                && asset.sha256().equals(media.metadata().get("mvstudio_sha256"));
    }

    /** Whether it is ours, nobody is at work with it, and there is no asset that it belongs to. */
    private boolean isLeftOver(CloudObject media) {
        AssetId owner =
                AssetId.parse(media.metadata().getOrDefault("mvstudio_id", "")).orElse(null);
        return owner != null
                && removals.isOld(media)
                && records.live(owner)
                        .filter(e -> e.record().media() == media.generation())
                        .isEmpty();
    }

    /** @throws NoSuchElementException when there is no such asset */
    Asset expireAt(AssetId id, @Nullable Instant at) {
        return records.changing(id, entry -> {
                    Asset changed = entry.asset().expiringAt(at);
                    if (changed.equals(entry.asset())) {
                        return Optional.of(changed);
                    }
                    records.mark(changed);
                    if (!records.write(entry.record().with(changed), entry.generation())) {
                        return Optional.empty();
                    }
                    if (entry.asset().expiresAt() != null) {
                        bucket.delete(ObjectNames.expiry(entry.asset().expiresAt(), id));
                    }
                    return Optional.of(changed);
                })
                .orElseThrow(() -> new NoSuchElementException("there is no asset " + id));
    }
}
