package dev.mvstudio.adapter.local.asset;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.asset.StorageException.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * How and when assets go. The record of one that expires is moved to where those of the expired are: that one step makes
 * it both gone and remembered.
 */
final class Removals {
    private final Layout layout;
    private final Disk disk;
    private final DraftFolder drafts;
    private final Commits commits;
    private final Records records;

    Removals(Layout layout, Disk disk, DraftFolder drafts, Commits commits, Records records) {
        this.layout = layout;
        this.disk = disk;
        this.drafts = drafts;
        this.commits = commits;
        this.records = records;
    }

    boolean delete(AssetId id) throws IOException {
        return commits.exclusively(() -> {
            Asset asset = records.find(id).orElse(null);
            if (asset != null) {
                remove(asset, () -> disk.delete(layout.sidecar(id)));
            }
            return asset != null;
        });
    }

    boolean expire(AssetId id, Instant now) throws IOException {
        return commits.exclusively(() -> {
            Asset asset = records.find(id).filter(a -> a.isExpired(now)).orElse(null);
            if (asset != null) {
                remove(asset, () -> remember(id));
            }
            return asset != null;
        });
    }

    /** Takes the record of an asset away. */
    @FunctionalInterface
    private interface Withdrawal {
        void carryOut() throws IOException;
    }

    private void remove(Asset asset, Withdrawal withdrawal) throws IOException {
        commits.remove(asset, () -> {
            withdrawal.carryOut();
            disk.delete(layout.media(asset.path()));
            disk.delete(layout.marks(asset.collection(), asset.sha256())
                    .resolve(asset.id().toString()));
            return asset;
        });
    }

    /** Where there is no room for the memory, the asset goes without: it may be all that there is to make room with. */
    private void remember(AssetId id) throws IOException {
        Path sidecar = layout.sidecar(id);
        Path tombstone = layout.tombstone(id);
        try {
            disk.createDirectories(folder(tombstone));
            disk.move(sidecar, tombstone);
            disk.force(folder(tombstone));
        } catch (IOException e) {
            if (StorageException.because("remembering " + id, e).fault() != Fault.DISK_FULL) {
                throw e;
            }
            disk.delete(sidecar);
        }
    }

    Asset expireAt(AssetId id, @Nullable Instant at) throws IOException {
        return commits.exclusively(() -> {
            Asset asset = records.find(id).orElseThrow(() -> new NoSuchElementException("there is no asset " + id));
            Asset changed = asset.expiringAt(at);
            if (!changed.equals(asset)) {
                replace(changed);
            }
            return changed;
        });
    }

    /** In one step, so that there is one record or the other at any time. */
    private void replace(Asset changed) throws IOException {
        Path sidecar = layout.sidecar(changed.id());
        try (Draft draft = drafts.create(null)) {
            disk.write(draft.file(), Sidecar.write(changed));
            disk.move(draft.file(), sidecar);
            disk.force(folder(sidecar));
        }
    }

    int forget(Instant before) throws IOException {
        var old = records.expiredBefore(before);
        if (old.isEmpty()) {
            return 0;
        }
        return commits.exclusively(() -> {
            int forgotten = 0;
            for (Asset asset : old) {
                boolean still = records.findExpired(asset.id())
                        .filter(a -> Records.isBefore(a, before))
                        .isPresent();
                if (still) {
                    disk.delete(layout.tombstone(asset.id()));
                    forgotten++;
                }
            }
            return forgotten;
        });
    }

    private Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? layout.root() : parent;
    }
}
