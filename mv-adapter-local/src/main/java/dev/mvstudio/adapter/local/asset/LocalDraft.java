package dev.mvstudio.adapter.local.asset;

import dev.mvstudio.domain.asset.Draft;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file in the store's {@code .parts}, marked as in use by a lock that the system takes back when we die. */
final class LocalDraft implements Draft {
    private static final Logger LOG = LoggerFactory.getLogger(LocalDraft.class);

    private final DraftFolder folder;
    private final String name;
    private final Path file;
    private final FileChannel lock;
    private final AtomicBoolean closed = new AtomicBoolean();

    LocalDraft(DraftFolder folder, String name, Path file, FileChannel lock) {
        this.folder = folder;
        this.name = name;
        this.file = file;
        this.lock = lock;
    }

    @Override
    public Path file() {
        return file;
    }

    boolean isOpenIn(DraftFolder store) {
        return folder.equals(store) && !closed.get();
    }

    /** What can't be removed now is swept by a later process. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            folder.remove(name);
            lock.close();
            folder.forget(name);
        } catch (IOException e) {
            LOG.warn("a draft could not be removed: {}", e.getClass().getSimpleName());
        }
    }
}
