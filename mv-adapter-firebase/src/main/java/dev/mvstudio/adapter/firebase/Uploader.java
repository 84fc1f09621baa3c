package dev.mvstudio.adapter.firebase;

import dev.mvstudio.adapter.firebase.FirebaseConfiguration.Timing;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.StorageException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries what is in the spool to the bucket, in a thread of its own, which is there only as long as there is work. */
final class Uploader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Uploader.class);

    private final Spool spool;
    private final CloudAssets cloud;
    private final Timing timing;

    /** What was uploaded, and since when (in nanoseconds of the system's clock). Of the thread alone. */
    private final Map<AssetId, Long> done = new HashMap<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private @Nullable Thread thread;
    private boolean asked;
    private boolean closed;
    private volatile boolean behind;

    Uploader(Spool spool, CloudAssets cloud, Timing timing) {
        this.spool = spool;
        this.cloud = cloud;
        this.timing = timing;
    }

    /** Whether the last upload did not arrive, so that it is of no use to try another one at once. */
    boolean isBehind() {
        return behind;
    }

    /** There is something in the spool that could not be uploaded. */
    void fallBehind() {
        behind = true;
        look();
    }

    /** There may be something in the spool. */
    void look() {
        lock.lock();
        try {
            asked = true;
            if (thread == null && !closed) {
                thread = Thread.ofPlatform().daemon().name("firebase-upload").start(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        Duration pause = timing.pause();
        boolean first = true;
        while (goOn(first, pause)) {
            pause = round() ? timing.pause() : longer(pause);
            first = false;
        }
    }

    private Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(timing.longestPause()) > 0 ? timing.longestPause() : twice;
    }

    /** Waits; false when there is nothing more to do. */
    private boolean goOn(boolean first, Duration pause) {
        lock.lock();
        try {
            boolean idle = !asked && !behind && done.isEmpty();
            if (closed || idle) {
                thread = null;
                return false;
            }
            asked = false;
            if (!first || behind) {
                long left = pause.toNanos();
                while (left > 0 && !closed) {
                    left = news.awaitNanos(left);
                }
            }
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Uploads what is there; false when it does not arrive. */
    private boolean round() {
        try {
            clear();
            for (Asset asset : spool.waiting()) {
                upload(asset);
            }
            if (behind) {
                LOG.info("Firebase Storage is reached again; everything that waited is there");
            }
            behind = false;
            return true;
        } catch (UnreachableException | RefusedException | StorageException e) {
            LOG.warn("Files wait on this machine, and are uploaded later: {}", e.getMessage());
            behind = true;
            return false;
        } catch (RuntimeException e) {
            LOG.error("Files wait on this machine", e);
            behind = true;
            return false;
        }
    }

    private void upload(Asset asset) {
        spool.begin(asset.id());
        try {
            switch (cloud.put(asset, spool.file(asset))) {
                case DONE -> settle(asset);
                case ID_TAKEN -> {
                    LOG.warn("Asset {} was stored by somebody else meanwhile; ours is dropped", asset.id());
                    spool.remove(asset.id());
                }
                case PATH_TAKEN ->
                    LOG.error("Something else is at {} in the bucket; asset {} stays here", asset.path(), asset.id());
            }
        } catch (IOException e) {
            if (spool.find(asset.id()).isPresent()) {
                throw StorageException.because("reading " + asset.path() + " to upload it", e);
            }
        }
    }

    private void settle(Asset asset) {
        Optional<Asset> now = spool.done(asset);
        if (now.isEmpty()) {
            cloud.removals().delete(asset.id());
            return;
        }
        if (!Objects.equals(now.get().expiresAt(), asset.expiresAt())) {
            setExpiry(now.get());
        }
        done.put(asset.id(), System.nanoTime());
        LOG.info("{} was uploaded", asset.path());
    }

    private void setExpiry(Asset asset) {
        try {
            cloud.expireAt(asset.id(), asset.expiresAt());
        } catch (NoSuchElementException gone) {
            LOG.debug("asset {} was removed by somebody else", asset.id(), gone);
        }
    }

    /** Removes what was uploaded a while ago: those who looked it up before that have opened it. */
    private void clear() {
        long now = System.nanoTime();
        for (Iterator<Map.Entry<AssetId, Long>> i = done.entrySet().iterator(); i.hasNext(); ) {
            Map.Entry<AssetId, Long> one = i.next();
            if (now - one.getValue() >= timing.longestPause().toNanos()) {
                spool.remove(one.getKey());
                i.remove();
            }
        }
    }

    /** Stops at once; what is in the spool stays there. */
    @Override
    public void close() {
        Thread running;
        lock.lock();
        try {
            closed = true;
            news.signalAll();
            running = thread;
        } finally {
            lock.unlock();
        }
        if (running != null) {
            running.interrupt();
            try {
                running.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
