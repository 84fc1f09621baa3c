package dev.mvstudio.testkit.scene;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.Content;
import dev.mvstudio.domain.scene.SceneFiles;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

class FakeSceneFilesTest extends SceneFilesContract {
    private final FakeAssetStore store = new FakeAssetStore();

    @Override
    protected SceneFiles files() {
        return new FakeSceneFiles(store);
    }

    @Override
    protected String read(Asset asset) {
        try {
            return Files.readString(((Content.LocalFile) store.content(asset)).path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
