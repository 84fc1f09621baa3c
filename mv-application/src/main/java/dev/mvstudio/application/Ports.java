package dev.mvstudio.application;

import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.MediaProbe;
import dev.mvstudio.domain.asset.RemoteFiles;
import dev.mvstudio.domain.film.VideoEditor;
import dev.mvstudio.domain.image.SequenceRecords;
import dev.mvstudio.domain.scene.SceneFiles;
import dev.mvstudio.domain.webhook.DeliveryStore;
import dev.mvstudio.domain.webhook.WebhookSender;

/** The adapters of which a studio has one each. Generators are in its {@link dev.mvstudio.application.provider.Backends}. */
public record Ports(
        AssetStore store,
        MediaProbe probe,
        VideoEditor editor,
        RemoteFiles remote,
        SceneFiles sceneFiles,
        SequenceRecords sequences,
        Jobs.Keeping jobs,
        Telling telling) {
    /** How others are told of jobs. */
    public record Telling(WebhookSender sender, DeliveryStore deliveries) {}
}
