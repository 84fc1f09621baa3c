package dev.mvstudio.testkit.scene;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.MediaInfo;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.NewAsset;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneFiles;
import dev.mvstudio.domain.scene.SceneRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps scenes in a store, as plainly as can be. */
public final class FakeSceneFiles implements SceneFiles {
    private final AssetStore store;

    public FakeSceneFiles(AssetStore store) {
        this.store = store;
    }

    @Override
    public Written write(JobId job, SceneRequest request, List<Scene> scenes, @Nullable Instant expiresAt) {
        String descriptions = scenes.stream().map(Scene::description).collect(Collectors.joining("\n"));
        return new Written(
                publish(job, "scenes.md", MediaType.MARKDOWN, descriptions, expiresAt),
                publish(job, "scenes.json", MediaType.JSON, descriptions.replace("\"", "\\\""), expiresAt));
    }

    private Asset publish(JobId job, String name, MediaType type, String text, @Nullable Instant expiresAt) {
        AssetId id = AssetId.of(job.value(), name);
        return store.find(id).orElseGet(() -> {
            try (Draft draft = store.draft(type)) {
                Files.writeString(draft.file(), text);
                MediaInfo info = new MediaInfo(type, null, null, false);
                String path = "scenes/" + job + "/" + name;
                return store.publish(draft, new NewAsset(id, Collection.SCENES, path, info, Instant.EPOCH, expiresAt));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
