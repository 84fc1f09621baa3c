package dev.mvstudio.adapter.local.asset;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is known of assets: of those that are there, and of those that expired. */
record Records(Layout layout) {
    private static final Logger LOG = LoggerFactory.getLogger(Records.class);

    private static final String EXTENSION = ".properties";

    Optional<Asset> find(AssetId id) throws IOException {
        return read(layout.sidecar(id), id);
    }

    Optional<Asset> findExpired(AssetId id) throws IOException {
        return read(layout.tombstone(id), id);
    }

    /** Empty only when there is no such file. */
    private Optional<Asset> read(Path file, AssetId id) throws IOException {
        try {
            Asset asset = Sidecar.read(Files.readAllBytes(file));
            layout.media(asset.path());
            if (!asset.id().equals(id)) {
                throw new IOException("the record of an asset is that of another");
            }
            return Optional.of(asset);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new IOException("the record of an asset is damaged", e);
        }
    }

    /** Assets that are there and whose time is up. */
    List<Asset> expired(Instant now, int limit) throws IOException {
        return some(layout.meta(), asset -> asset.isExpired(now), limit);
    }

    /** Assets that expired before this moment. */
    List<Asset> expiredBefore(Instant moment) throws IOException {
        return some(layout.expired(), asset -> isBefore(asset, moment), Integer.MAX_VALUE);
    }

    static boolean isBefore(Asset asset, Instant moment) {
        return asset.expiresAt() != null && asset.expiresAt().isBefore(moment);
    }

    /** Looks into every record until there are enough. */
    private List<Asset> some(Path folder, Predicate<Asset> wanted, int limit) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(folder, 2, Records::isRecord)) {
            return files.flatMap(file -> readable(file).stream())
                    .filter(wanted)
                    .limit(limit)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isRecord(Path file, BasicFileAttributes attributes) {
        return attributes.isRegularFile() && file.getFileName().toString().endsWith(EXTENSION);
    }

    /** One that is damaged must not keep the others from being found. */
    private Optional<Asset> readable(Path file) {
        String name = file.getFileName().toString();
        Optional<AssetId> id = AssetId.parse(name.substring(0, name.length() - EXTENSION.length()));
        try {
            return id.isEmpty() ? Optional.empty() : read(file, id.get());
        } catch (IOException e) {
            LOG.warn("the record of asset {} cannot be read, so it never expires: {}", id.get(), e.getMessage());
            return Optional.empty();
        }
    }
}
