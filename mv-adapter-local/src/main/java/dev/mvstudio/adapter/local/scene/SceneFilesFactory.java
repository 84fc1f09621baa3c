package dev.mvstudio.adapter.local.scene;

import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.scene.SceneFiles;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the scene files known to the composition root. */
@Factory
final class SceneFilesFactory {
    @Singleton
    SceneFiles sceneFiles(AssetStore store, Clock clock) {
        return new LocalSceneFiles(store, clock);
    }
}
