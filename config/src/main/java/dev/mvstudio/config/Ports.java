package dev.mvstudio.config;

import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.MediaProbe;
import dev.mvstudio.domain.asset.RemoteFiles;
import dev.mvstudio.domain.film.VideoEditor;
import dev.mvstudio.domain.scene.SceneFiles;
import io.micronaut.context.BeanContext;

/** The adapters of which there is one each. */
record Ports(AssetStore store, MediaProbe probe, VideoEditor editor, RemoteFiles remote, SceneFiles sceneFiles) {
    static Ports of(BeanContext context) {
        return new Ports(
                context.getBean(AssetStore.class),
                context.getBean(MediaProbe.class),
                context.getBean(VideoEditor.class),
                context.getBean(RemoteFiles.class),
                context.getBean(SceneFiles.class));
    }
}
