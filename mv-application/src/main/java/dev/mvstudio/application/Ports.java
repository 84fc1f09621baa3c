package dev.mvstudio.application;

import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.MediaProbe;
import dev.mvstudio.domain.asset.RemoteFiles;
import dev.mvstudio.domain.film.VideoEditor;
import dev.mvstudio.domain.scene.SceneFiles;

/** The adapters of which a studio has one each. Generators are in its {@link dev.mvstudio.application.provider.Backends}. */
public record Ports(
        AssetStore store,
        MediaProbe probe,
        VideoEditor editor,
        RemoteFiles remote,
        SceneFiles sceneFiles,
        Jobs.Keeping jobs) {}
