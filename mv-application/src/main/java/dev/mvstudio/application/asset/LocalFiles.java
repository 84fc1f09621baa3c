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
 * Stored files as files that tools can read: those of a store elsewhere are fetched, and are gone when this is closed. Not
 * for use by several threads.
 */
public final class LocalFiles implements AutoCloseable {
    private final AssetStore store;
    private final List<Draft> fetched = new ArrayList<>();

    public LocalFiles(AssetStore store) {
        this.store = store;
    }

    /** A file with the bytes of this asset, to be read only. */
    public Path of(Asset asset) {
        return switch (store.content(asset)) {
            case Content.LocalFile local -> local.path();
            case Content.Remote remote -> fetch(asset, remote);
        };
    }

    private Path fetch(Asset asset, Content.Remote remote) {
        Draft draft = store.draft(asset.mediaType());
        fetched.add(draft);
        try (InputStream in = remote.bytes().open()) {
            Files.copy(in, draft.file());
            return draft.file();
        } catch (IOException e) {
            throw StorageException.because("fetching " + asset.path(), e);
        }
    }

    @Override
    public void close() {
        fetched.forEach(Draft::close);
    }
}
