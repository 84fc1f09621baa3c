package dev.mvstudio.adapter.firebase;

import dev.mvstudio.adapter.firebase.CloudAssets.Put;
import dev.mvstudio.adapter.firebase.CloudRecords.Entry;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.Content;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.NewAsset;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.asset.StorageException.Fault;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Assets in Firebase Storage. What is published is first kept on this machine. When the bucket cannot be reached, or
 * refuses, it stays there, is an asset all the same, and is uploaded later, also after a restart: it may have been paid.
 * Until then processes on other machines do not see it.
 */
public final class FirebaseAssetStore implements AssetStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FirebaseAssetStore.class);

    private final FirebaseConfiguration configuration;
    private final Downloads downloads;
    private final GoogleClients clients;
    private final CloudAssets cloud;
    private final Spool spool;
    private final Uploader uploader;

    /**
     * Asks nothing and starts nothing before its first use.
     *
     * @param spool a store on this machine, for nothing but this
     */
    public FirebaseAssetStore(FirebaseConfiguration configuration, AssetStore spool, Clock clock) {
        this.configuration = configuration;
        this.downloads = Downloads.of(configuration);
        this.clients = new GoogleClients(configuration);
        Reach reach = new Reach(configuration);
        CloudBucket bucket = new CloudBucket(
                configuration, reach, () -> reach.isGood() ? clients.storage() : clients.look(), System::nanoTime);
        this.cloud = new CloudAssets(configuration, bucket, clock);
        this.spool = new Spool(spool);
        this.uploader = new Uploader(this.spool, cloud, configuration.timing());
    }

    /** Looks after the bucket. */
    FirebaseCheckup checkup() {
        return new FirebaseCheckup(configuration, cloud.bucket(), System::nanoTime);
    }

    /** That of its bucket, of which there is one in the world; or of an emulator. */
    @Override
    public String identity() {
        uploader.look();
        URI emulator = configuration.hosts().storage();
        return (emulator == null ? "gs://" : "gs at " + emulator + ", ") + configuration.bucket();
    }

    @Override
    public Draft draft(@Nullable MediaType type) {
        return spool.draft(type);
    }

    @Override
    public Asset publish(Draft draft, NewAsset as) {
        if (!spool.take(as.id())) {
            throw new IllegalArgumentException("asset " + as.id() + " is being published already");
        }
        Asset asset;
        Runnable afterwards;
        try {
            asset = spool.add(draft, as);
            afterwards = uploader.isBehind() ? uploader::fallBehind : upload(asset);
        } finally {
            spool.letGo(as.id());
        }
        afterwards.run();
        return asset;
    }

    /** Gives what is to be said to the uploader, once it may have the asset in hand. */
    private Runnable upload(Asset asset) {
        Put put;
        try {
            put = cloud.put(asset, spool.file(asset));
        } catch (UnreachableException e) {
            LOG.warn("{} waits on this machine, and is uploaded later: {}", asset.path(), e.getMessage());
            return uploader::fallBehind;
        } catch (RefusedException | StorageException e) {
            return () -> uploader.refused(asset, e);
        } catch (IOException e) {
            spool.remove(asset.id());
            throw StorageException.because("storing " + asset.path(), e);
        }
        spool.remove(asset.id());
        return switch (put) {
            case DONE -> () -> {};
            case ID_TAKEN -> throw new IllegalArgumentException("there is an asset " + asset.id() + " already");
            case PATH_TAKEN -> throw new IllegalArgumentException("there is an asset at " + asset.path() + " already");
        };
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        Optional<Asset> spooled = spool.find(id);
        return spooled.isPresent()
                ? spooled
                : asking(() -> cloud.records().live(id).map(Entry::asset));
    }

    @Override
    public Optional<Asset> findBySha256(Collection collection, String sha256) {
        Optional<Asset> spooled = spool.findBySha256(collection, sha256);
        return spooled.isPresent() ? spooled : asking(() -> cloud.records().findBySha256(collection, sha256));
    }

    @Override
    public Content content(Asset asset) {
        return spool.find(asset.id()).isPresent()
                ? spool.content(asset)
                : new Content.Remote(cloud.bucket().bytes(ObjectNames.media(asset.path()), asset.size()));
    }

    /**
     * Its final address from the start; while it waits on this machine nothing is there yet. Where addresses are signed,
     * another one with each call, which ends; none where the service account cannot sign.
     */
    @Override
    public Optional<URI> address(Asset asset) {
        Duration time = configuration.signedFor();
        return time == null ? Optional.of(downloads.address(asset)) : asking(() -> signed(asset, time));
    }

    private Optional<URI> signed(Asset asset, Duration time) {
        try {
            return Optional.of(URI.create(cloud.bucket().signed(ObjectNames.media(asset.path()), time.toSeconds())));
        } catch (IllegalStateException noKey) {
            LOG.warn("The service account cannot sign addresses: {}", noKey.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public boolean delete(AssetId id) {
        boolean uploaded = spool.isUploaded(id);
        boolean dropped = spool.drop(id);
        if (dropped && !uploaded) {
            return true;
        }
        return asking(() -> cloud.removals().delete(id)) || dropped;
    }

    @Override
    public Asset expireAt(AssetId id, @Nullable Instant at) {
        if (spool.find(id).isEmpty()) {
            return asking(() -> cloud.expireAt(id, at));
        }
        Asset changed = spool.expireAt(id, at);
        return spool.isUploaded(id) ? asking(() -> cloud.expireAt(id, at)) : changed;
    }

    @Override
    public List<Asset> expired(Instant now, int limit) {
        List<Asset> found = new ArrayList<>(spool.expired(now, limit));
        Set<AssetId> known = new HashSet<>();
        found.forEach(a -> known.add(a.id()));
        asking(() -> {
                    cloud.removals().sweep();
                    return cloud.records().expired(now, limit);
                })
                .stream()
                .filter(a -> known.add(a.id()))
                .limit(Math.max(0, limit - found.size()))
                .forEach(found::add);
        return found;
    }

    @Override
    public boolean expire(AssetId id, Instant now) {
        boolean uploaded = spool.isUploaded(id);
        boolean expired = spool.expire(id, now);
        if (expired && !uploaded) {
            return true;
        }
        return asking(() -> cloud.removals().expire(id, now)) || expired;
    }

    @Override
    public Optional<Asset> findExpired(AssetId id) {
        Optional<Asset> here = spool.findExpired(id);
        return here.isPresent()
                ? here.filter(a -> find(id).isEmpty())
                : asking(() ->
                        cloud.records().find(id).filter(e -> !e.record().live()).map(Entry::asset));
    }

    @Override
    public int forgetExpired(Instant before) {
        return spool.forgetExpired(before) + asking(() -> cloud.records().forget(before));
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (UnreachableException | RefusedException e) {
            throw unavailable(e);
        }
    }

    private static StorageException unavailable(RuntimeException e) {
        return new StorageException(Fault.STORAGE_UNAVAILABLE, String.valueOf(e.getMessage()), e);
    }

    /** What waits on this machine stays there for the next start. */
    @Override
    public void close() {
        uploader.close();
        clients.close();
    }
}
