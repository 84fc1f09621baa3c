package dev.mvstudio.testkit.asset;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.Content;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.NewAsset;
import dev.mvstudio.domain.asset.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A store that forgets all with its process. Media are files in a temporary folder, so that editors can read them. */
public final class FakeAssetStore implements AssetStore {
    private static final Pattern PATH = Pattern.compile("(?:[A-Za-z0-9_][A-Za-z0-9._-]*/)*[A-Za-z0-9_][A-Za-z0-9._-]*");

    private final String identity = UUID.randomUUID().toString();
    private final Path folder;
    private final Map<AssetId, Asset> assets = new LinkedHashMap<>();
    private final Map<AssetId, Asset> expired = new HashMap<>();
    private final Set<Path> drafts = ConcurrentHashMap.newKeySet();
    private volatile StorageException.@Nullable Fault fault;
    private volatile boolean elsewhere;

    public FakeAssetStore() {
        try {
            folder = Files.createTempDirectory("fake-assets");
            Runtime.getRuntime().addShutdownHook(new Thread(this::removeAll));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeAll() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(FakeAssetStore::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every call fails like this from now on; null for a store that works again. */
    public void failWith(StorageException.@Nullable Fault fault) {
        this.fault = fault;
    }

    /** All assets, oldest first. */
    public synchronized List<Asset> all() {
        return List.copyOf(assets.values());
    }

    /** How many drafts are neither published nor closed. */
    public int openDrafts() {
        return drafts.size();
    }

    @Override
    public String identity() {
        checkWorks();
        return identity;
    }

    @Override
    public Draft draft(@Nullable MediaType type) {
        checkWorks();
        Path file = folder.resolve(UUID.randomUUID() + ".part" + (type == null ? "" : "." + type.extension()));
        drafts.add(file);
        return new FakeDraft(file);
    }

    private final class FakeDraft implements Draft {
        private final Path file;

        FakeDraft(Path file) {
            this.file = file;
        }

        @Override
        public Path file() {
            return file;
        }

        @Override
        public void close() {
            drafts.remove(file);
            delete(file);
        }
    }

    @Override
    public synchronized Asset publish(Draft draft, NewAsset as) {
        checkWorks();
        Path file = draft.file();
        refuse(!drafts.contains(file), "this draft is not one of this store's, or was published or closed");
        refuse(!Files.exists(file), "nothing was written to this draft");
        refuse(!PATH.matcher(as.path()).matches(), "the path leads out of the store");
        refuse(assets.containsKey(as.id()), "there is an asset " + as.id() + " already");
        refuse(assets.values().stream().anyMatch(a -> a.path().equals(as.path())), "the path is taken");
        try {
            Asset asset = new Asset(
                    as.id(),
                    as.collection(),
                    as.path(),
                    as.info(),
                    Files.size(file),
                    sha256(Files.readAllBytes(file)),
                    as.createdAt(),
                    as.expiresAt());
            Path media = folder.resolve(as.path());
            Files.createDirectories(media.resolveSibling(""));
            Files.move(file, media);
            assets.put(as.id(), asset);
            expired.remove(as.id());
            drafts.remove(file);
            return asset;
        } catch (IOException e) {
            throw StorageException.because("storing " + as.path(), e);
        }
    }

    private static void refuse(boolean wrong, String message) {
        if (wrong) {
            throw new IllegalArgumentException(message);
        }
    }

    @Override
    public synchronized Optional<Asset> find(AssetId id) {
        checkWorks();
        return Optional.ofNullable(assets.get(id));
    }

    @Override
    public synchronized Optional<Asset> findBySha256(Collection collection, String sha256) {
        checkWorks();
        return assets.values().stream()
                .filter(a -> a.collection() == collection && a.sha256().equals(sha256))
                .findFirst();
    }

    /** From now on files are not on this machine, as with a bucket. */
    public void keepElsewhere() {
        elsewhere = true;
    }

    @Override
    public Content content(Asset asset) {
        checkWorks();
        Content.LocalFile file = new Content.LocalFile(folder.resolve(asset.path()));
        return elsewhere ? new Content.Remote(file.bytes()) : file;
    }

    @Override
    public synchronized boolean delete(AssetId id) {
        checkWorks();
        Asset asset = assets.remove(id);
        if (asset != null) {
            delete(folder.resolve(asset.path()));
        }
        return asset != null;
    }

    @Override
    public synchronized Asset expireAt(AssetId id, @Nullable Instant at) {
        checkWorks();
        Asset asset = assets.get(id);
        if (asset == null) {
            throw new NoSuchElementException("there is no asset " + id);
        }
        Asset changed = asset.expiringAt(at);
        assets.put(id, changed);
        return changed;
    }

    @Override
    public synchronized List<Asset> expired(Instant now, int limit) {
        checkWorks();
        return assets.values().stream()
                .filter(a -> a.isExpired(now))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean expire(AssetId id, Instant now) {
        checkWorks();
        Asset asset = assets.get(id);
        if (asset == null || !asset.isExpired(now)) {
            return false;
        }
        expired.put(id, asset);
        return delete(id);
    }

    @Override
    public synchronized Optional<Asset> findExpired(AssetId id) {
        checkWorks();
        return Optional.ofNullable(expired.get(id));
    }

    @Override
    public synchronized int forgetExpired(Instant before) {
        checkWorks();
        int known = expired.size();
        expired.values().removeIf(a -> Objects.requireNonNull(a.expiresAt()).isBefore(before));
        return known - expired.size();
    }

    private void checkWorks() {
        StorageException.Fault now = fault;
        if (now != null) {
            throw new StorageException(now, "the fake store was told to fail", null);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
