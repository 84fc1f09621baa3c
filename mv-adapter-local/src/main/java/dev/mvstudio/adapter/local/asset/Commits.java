package dev.mvstudio.adapter.local.asset;

import dev.mvstudio.domain.asset.Asset;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes of the store, one at a time over all processes. Each is written down before it begins; when its process dies
 * on the way, the next change first clears up after it: an asset without its sidecar loses what else there is of it, as
 * does one without its media.
 */
final class Commits {
    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

    /** Written in place at this size, so that clearing up and deleting need no new space on a full disk. */
    private static final int RECORD = 4096;

    /** The system's locks are between processes only. */
    private static final Map<Path, ReentrantLock> BETWEEN_THREADS = new ConcurrentHashMap<>();

    private final Layout layout;
    private final Disk disk;

    /** What is done to the store. */
    @FunctionalInterface
    interface Change<T> {
        T carryOut() throws IOException;
    }

    Commits(Layout layout, Disk disk) {
        this.layout = layout;
        this.disk = disk;
    }

    /** Nobody else changes the store meanwhile, and nothing is left of changes that were cut off. */
    <T> T exclusively(Change<T> change) throws IOException {
        ReentrantLock threads = BETWEEN_THREADS.computeIfAbsent(layout.lock(), path -> new ReentrantLock());
        threads.lock();
        try (FileChannel channel =
                        FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock processes = channel.lock()) {
            if (!processes.isValid()) {
                throw new IOException("the store's lock was lost");
            }
            clearUp();
            return change.carryOut();
        } finally {
            threads.unlock();
        }
    }

    /** Adds an asset. When that fails, the asset is gone. Only inside {@link #exclusively}. */
    void add(Asset asset, Change<?> change) throws IOException {
        begin(asset);
        try {
            change.carryOut();
        } catch (IOException e) {
            settle(e, () -> {
                disk.delete(layout.sidecar(asset.id()));
                clearUp();
            });
            throw e;
        }
        forget();
    }

    /**
     * Removes an asset, its sidecar first. When that fails, the asset is as it was if its sidecar is still there, and
     * gone if not. Only inside {@link #exclusively}.
     */
    void remove(Asset asset, Change<?> change) throws IOException {
        begin(asset);
        try {
            change.carryOut();
        } catch (IOException e) {
            settle(e, this::clearUp);
            throw e;
        }
        forget();
    }

    private void begin(Asset asset) throws IOException {
        disk.write(layout.journal(), Arrays.copyOf(Sidecar.write(asset), RECORD));
    }

    /** A step on the way back. */
    @FunctionalInterface
    private interface Step {
        void take() throws IOException;
    }

    private static void settle(IOException cause, Step back) {
        try {
            back.take();
        } catch (IOException e) {
            cause.addSuppressed(e); // left to whoever changes the store next
        }
    }

    private void forget() {
        try {
            disk.write(layout.journal(), new byte[RECORD]);
        } catch (IOException e) {
            LOG.debug("the journal of the store could not be cleared; that of a finished change does no harm", e);
        }
    }

    private void clearUp() throws IOException {
        Optional<Asset> cut = underWay();
        if (cut.isEmpty()) {
            return;
        }
        Asset asset = cut.get();
        Path media = layout.media(asset.path());
        Path sidecar = layout.sidecar(asset.id());
        if (Files.notExists(sidecar) || Files.notExists(media)) {
            disk.delete(sidecar);
            disk.delete(media);
            disk.delete(layout.marks(asset.collection(), asset.sha256())
                    .resolve(asset.id().toString()));
        }
        forget();
    }

    /** A record that was cut itself had not begun to be carried out. */
    private Optional<Asset> underWay() throws IOException {
        if (Files.notExists(layout.journal())) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(layout.journal());
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        try {
            return length == 0 ? Optional.empty() : Optional.of(Sidecar.read(Arrays.copyOf(bytes, length)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
