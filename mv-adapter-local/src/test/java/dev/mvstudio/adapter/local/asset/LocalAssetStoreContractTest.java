package dev.mvstudio.adapter.local.asset;

import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.testkit.asset.AssetStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class LocalAssetStoreContractTest extends AssetStoreContract {
    @TempDir
    Path folder;

    private AssetStore store;
    private AssetStore sameStore;

    @BeforeEach
    void open() {
        store = new LocalAssetStore(folder.resolve("new"));
        sameStore = new LocalAssetStore(folder.resolve("new"));
    }

    @Override
    protected AssetStore store() {
        return store;
    }

    @Override
    protected AssetStore sameStore() {
        return sameStore;
    }

    @Override
    protected AssetStore otherStore() {
        return new LocalAssetStore(folder.resolve("other"));
    }
}
