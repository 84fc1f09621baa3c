package dev.mvstudio.adapter.local.asset;

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
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Assets as files in a folder, which any number of stores and processes may share. An asset is there once its sidecar
 * is, and that is the last thing to be written. See {@link Layout} for what is where.
 */
public final class LocalAssetStore implements AssetStore {
    private final Layout layout;
    private final Disk disk;
    private final DraftFolder drafts;
    private final Commits commits;
    private final Records records;
    private final Removals removals;
    private final StoreName name;
    private volatile boolean ready;

    /** Touches nothing before its first use; the folder is made then. */
    public LocalAssetStore(Path root) {
        this(root, new Disk.Real());
    }

    LocalAssetStore(Path root, Disk disk) {
        this.layout = new Layout(root.toAbsolutePath().normalize());
        this.disk = disk;
        this.drafts = new DraftFolder(layout.parts());
        this.commits = new Commits(layout, disk);
        this.records = new Records(layout);
        this.removals = new Removals(layout, disk, drafts, commits, records);
        this.name = new StoreName(layout, disk, commits);
    }

    @Override
    public String identity() {
        return inside("reading the store's name", name::get);
    }

    @Override
    public Draft draft(@Nullable MediaType type) {
        prepare();
        return doing("opening a draft", () -> drafts.create(type));
    }

    @Override
    public Asset publish(Draft draft, NewAsset as) {
        if (!(draft instanceof LocalDraft ours && ours.isOpenIn(drafts))) {
            throw new IllegalArgumentException("this draft is not one of this store's, or was published or closed");
        }
        Path media = layout.media(as.path());
        Asset asset = doing("storing " + as.path(), () -> {
            Asset known = describe(draft.file(), as);
            commits.exclusively(() -> {
                put(known, draft.file(), media);
                return known;
            });
            return known;
        });
        draft.close();
        return asset;
    }

    private Asset describe(Path file, NewAsset as) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException("nothing was written to this draft");
        }
        disk.force(file);
        return new Asset(
                as.id(),
                as.collection(),
                as.path(),
                as.info(),
                Files.size(file),
                Sha256.of(file),
                as.createdAt(),
                as.expiresAt());
    }

    private void put(Asset asset, Path file, Path media) throws IOException {
        layout.checkInside(media);
        Path sidecar = layout.sidecar(asset.id());
        if (Files.exists(sidecar, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException("there is an asset " + asset.id() + " already");
        }
        if (Files.exists(media, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException("there is an asset at " + asset.path() + " already");
        }
        Path marks = layout.marks(asset.collection(), asset.sha256());
        Path written = file.resolveSibling(file.getFileName() + ".properties");
        disk.delete(written);
        disk.write(written, Sidecar.write(asset));
        for (Path folder : List.of(parent(media), parent(sidecar), marks)) {
            disk.createDirectories(folder);
        }
        commits.add(asset, () -> {
            disk.move(file, media);
            disk.force(parent(media));
            disk.delete(layout.tombstone(asset.id()));
            disk.touch(marks.resolve(asset.id().toString()));
            disk.move(written, sidecar);
            disk.force(parent(sidecar));
            return asset;
        });
    }

    private Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? layout.root() : parent;
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        return doing("looking up asset " + id, () -> {
            Optional<Asset> asset = records.find(id);
            if (asset.isEmpty()) {
                checkThere();
            }
            return asset;
        });
    }

    /** A folder that is gone holds no answer; one that never was is made. */
    private void checkThere() {
        if (!Files.isDirectory(layout.meta())) {
            if (ready) {
                throw new StorageException(
                        Fault.STORAGE_UNAVAILABLE, "the store's folder is gone: is its disk mounted?", null);
            }
            prepare();
        }
    }

    @Override
    public Optional<Asset> findBySha256(Collection collection, String sha256) {
        return doing("looking up a checksum", () -> marked(layout.marks(collection, sha256))).stream()
                .flatMap(id -> find(id).stream())
                .filter(a -> a.collection() == collection && a.sha256().equals(sha256))
                .findFirst();
    }

    private List<AssetId> marked(Path marks) throws IOException {
        try (Stream<Path> files = Files.list(marks)) {
            return files.flatMap(f -> AssetId.parse(f.getFileName().toString()).stream())
                    .toList();
        } catch (NoSuchFileException e) {
            checkThere();
            return List.of();
        }
    }

    @Override
    public Content content(Asset asset) {
        Path media = layout.media(asset.path());
        return doing("opening " + asset.path(), () -> {
            layout.checkInside(media);
            if (!Files.isRegularFile(media, LinkOption.NOFOLLOW_LINKS) || Files.size(media) != asset.size()) {
                throw new StorageException(
                        Fault.STORAGE_UNAVAILABLE, asset.path() + " is gone or was changed from outside", null);
            }
            return new Content.LocalFile(media);
        });
    }

    @Override
    public boolean delete(AssetId id) {
        return inside("deleting asset " + id, () -> removals.delete(id));
    }

    @Override
    public Asset expireAt(AssetId id, @Nullable Instant at) {
        return inside("setting when asset " + id + " expires", () -> removals.expireAt(id, at));
    }

    @Override
    public List<Asset> expired(Instant now, int limit) {
        return doing("looking for what expired", () -> {
            checkThere();
            return records.expired(now, limit);
        });
    }

    @Override
    public boolean expire(AssetId id, Instant now) {
        return inside("removing asset " + id + ", which expired", () -> removals.expire(id, now));
    }

    @Override
    public Optional<Asset> findExpired(AssetId id) {
        return doing("looking up whether asset " + id + " expired", () -> {
            checkThere();
            return records.findExpired(id);
        });
    }

    @Override
    public int forgetExpired(Instant before) {
        return inside("forgetting what expired", () -> removals.forget(before));
    }

    private <T> T inside(String what, Commits.Change<T> change) {
        prepare();
        return doing(what, () -> {
            checkThere();
            return change.carryOut();
        });
    }

    private void prepare() {
        if (!ready) {
            doing("preparing the store's folder", () -> {
                disk.createDirectories(layout.meta());
                disk.createDirectories(layout.parts());
                drafts.sweep();
                commits.exclusively(() -> true);
                ready = true;
                return ready;
            });
        }
    }

    private static <T> T doing(String what, Commits.Change<T> change) {
        try {
            return change.carryOut();
        } catch (IOException e) {
            throw StorageException.because(what, e);
        }
    }
}
