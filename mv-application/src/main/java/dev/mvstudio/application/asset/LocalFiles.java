package dev.mvstudio.application.asset;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.Content;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that tools can read: those of the store where they are on this machine, else copies, which are gone once this is
 * closed. For one thread.
 */
public final class LocalFiles implements AutoCloseable {
    private final AssetStore store;
    private final List<Draft> copies = new ArrayList<>();

    LocalFiles(AssetStore store) {
        this.store = store;
    }

    /** @throws StorageException when it cannot be fetched */
    public Path of(Asset asset) {
        return switch (store.content(asset)) {
            case Content.LocalFile local -> local.path();
            case Content.Remote remote -> copy(asset, remote);
        };
    }

    private Path copy(Asset asset, Content.Remote remote) {
        Draft copy = store.draft(asset.mediaType());
        copies.add(copy);
        try (InputStream bytes = remote.bytes().open()) {
            Files.copy(bytes, copy.file());
        } catch (IOException e) {
            throw StorageException.because("fetching " + asset.path(), e);
        }
        return copy.file();
    }

    @Override
    public void close() {
        copies.forEach(Draft::close);
    }
}
