package dev.mvstudio.adapter.local.scene;

import dev.mvstudio.adapter.local.asset.LocalAssetStore;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.scene.SceneFiles;
import dev.mvstudio.testkit.scene.SceneFilesContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

class LocalSceneFilesTest extends SceneFilesContract {
    @TempDir
    Path folder;

    @Override
    protected SceneFiles files() {
        return new LocalSceneFiles(new LocalAssetStore(folder), Clock.systemUTC());
    }

    @Override
    protected String read(Asset asset) {
        try {
            return Files.readString(folder.resolve(asset.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
