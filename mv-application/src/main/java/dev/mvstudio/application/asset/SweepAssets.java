package dev.mvstudio.application.asset;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.StorageException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Use case: what has expired is removed. To be called now and then; several may sweep at once. */
public final class SweepAssets {
    private static final Logger LOG = LoggerFactory.getLogger(SweepAssets.class);

    /** How many are looked for at once. */
    private static final int BATCH = 1_000;

    private final AssetStore store;
    private final Retention retention;
    private final Duration grace;
    private final Clock clock;

    /**
     * A sweep of this store.
     *
     * @param grace how long what has expired, and is not given out any more, stays for whoever began to use it before
     */
    public SweepAssets(AssetStore store, Retention retention, Duration grace, Clock clock) {
        this.store = store;
        this.retention = retention;
        this.grace = grace;
        this.clock = clock;
    }

    /**
     * Removes the assets that have expired, and forgets those that expired long ago. An asset that cannot be removed does
     * not keep the others; it is told in the log and tried again the next time. An interrupt ends it early.
     *
     * @return how many were removed
     * @throws StorageException when the store cannot be read, or lets nothing be removed
     */
    public int sweep() {
        Sweep sweep = new Sweep(clock.instant().minus(grace));
        boolean more = true;
        while (more) {
            more = sweep.batch();
        }
        if (!Thread.currentThread().isInterrupted()) {
            store.forgetExpired(clock.instant().minus(retention.tombstones()));
        }
        return sweep.removed;
    }

    private final class Sweep {
        private final Instant time;
        private int removed;
        private @Nullable StorageException failure;

        Sweep(Instant time) {
            this.time = time;
        }

        /** Whether there may be more that can be removed. */
        boolean batch() {
            int before = removed;
            List<Asset> batch = store.expired(time, BATCH);
            for (Asset asset : batch) {
                if (Thread.currentThread().isInterrupted()) {
                    return false;
                }
                remove(asset);
            }
            if (removed == 0 && failure != null) {
                throw failure;
            }
            return batch.size() == BATCH && removed > before;
        }

        private void remove(Asset asset) {
            try {
                removed += store.expire(asset.id(), time) ? 1 : 0;
            } catch (StorageException e) {
                LOG.warn("{}; it is tried again later", e.getMessage());
                failure = e;
            }
        }
    }
}
