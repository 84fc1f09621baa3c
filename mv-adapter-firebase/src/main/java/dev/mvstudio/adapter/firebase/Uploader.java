package dev.mvstudio.adapter.firebase;

import dev.mvstudio.adapter.firebase.FirebaseConfiguration.Timing;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.StorageException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries what is in the spool to the bucket, in a thread of its own, which is there only as long as there is work. */
final class Uploader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Uploader.class);

    private final Spool spool;
    private final CloudAssets cloud;
    private final Timing timing;
    private final Refusals refusals;

    /** What was uploaded, and since when (in nanoseconds of the system's clock). Of the thread alone. */
    private final Map<AssetId, Long> done = new HashMap<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private @Nullable Thread thread;
    private boolean asked;
    private boolean woken;
    private boolean closed;
    private volatile boolean behind;

    Uploader(Spool spool, CloudAssets cloud, Timing timing) {
        this.spool = spool;
        this.cloud = cloud;
        this.timing = timing;
        this.refusals = new Refusals(timing, System::nanoTime);
    }

    /** Whether the last upload did not arrive, so that it is of no use to try another one at once. */
    boolean isBehind() {
        return behind;
    }

    /** There is something in the spool that could not be uploaded, and no more could anything else. */
    void fallBehind() {
        behind = true;
        wake();
    }

    /** The bucket did not take this one. It may take others. */
    void refused(Asset asset, RuntimeException refusal) {
        String why = String.valueOf(refusal.getMessage());
        boolean news = refusals.note(asset.id(), why);
        if (news && (refusal instanceof RefusedException || refusal instanceof StorageException)) {
            LOG.warn("{} waits on this machine, and is tried again: {}", asset.path(), why);
        } else if (news) {
            LOG.error("{} waits on this machine, and is tried again", asset.path(), refusal);
        }
        wake();
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

    /** The same, at once if it waits for nothing but a refused file's time. */
    private void wake() {
        lock.lock();
        try {
            woken = true;
            news.signalAll();
            look();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        Duration pause = timing.pause();
        Duration wait = behind ? pause : Duration.ZERO;
        while (goOn(wait)) {
            round();
            pause = behind ? timing.after(pause) : timing.pause();
            wait = behind || !done.isEmpty() ? pause : refusals.next();
        }
    }

    /** Waits; false when there is nothing more to do. */
    private boolean goOn(Duration wait) {
        lock.lock();
        try {
            boolean idle = !asked && !behind && done.isEmpty() && refusals.count() == 0;
            if (closed || idle) {
                thread = null;
                return false;
            }
            boolean waitsForBucket = behind;
            long left = wait.toNanos();
            while (left > 0 && !closed && (waitsForBucket || !woken)) {
                left = news.awaitNanos(left);
            }
            asked = false;
            woken = false;
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Tries what is there, up to the first one that does not arrive because none would. */
    private void round() {
        try {
            clear();
            List<Asset> waiting = spool.waiting();
            refusals.retain(waiting.stream().map(Asset::id).collect(Collectors.toSet()));
            waiting.stream().filter(a -> refusals.isDue(a.id())).forEach(this::carry);
            if (behind) {
                LOG.info("Firebase Storage is reached again; {} files wait that it refuses", refusals.count());
            }
            behind = false;
        } catch (UnreachableException | StorageException e) {
            if (!behind) {
                LOG.warn("Files wait on this machine, and are uploaded later: {}", e.getMessage());
            }
            behind = true;
        } catch (RuntimeException e) {
            LOG.error("Files wait on this machine", e);
            behind = true;
        }
    }

    private void carry(Asset asset) {
        try {
            upload(asset);
        } catch (UnreachableException e) {
            throw e;
        } catch (RuntimeException e) {
            refused(asset, e);
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
                    throw new StorageException(
                            StorageException.Fault.STORAGE_UNAVAILABLE, "something else is there in the bucket", null);
            }
            refusals.forget(asset.id());
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
