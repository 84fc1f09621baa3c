package dev.mvstudio.cli.image;

import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.image.GeneratedImage;
import dev.mvstudio.application.image.GeneratedImages;
import dev.mvstudio.application.image.Slideshow;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.cli.shell.Members;
import dev.mvstudio.domain.image.Sampling;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The JSON of image sequences. */
public final class SequenceMembers {
    private SequenceMembers() {}

    public static JsonObject of(GeneratedImages made, Assets assets) {
        return new JsonObject()
                .with("success", made.complete())
                .with("folder_id", made.sequence().folder().value())
                .with(
                        "images",
                        made.images().stream()
                                .map(m -> Members.asset("image", m.asset(), assets, null)
                                        .with("scene_number", m.scene()))
                                .toList())
                .with(
                        "errors",
                        made.faults().stream()
                                .map(f -> new JsonObject()
                                        .with("scene_number", f.scene())
                                        .with("error_code", f.error().code())
                                        .with("message", f.error().details()))
                                .toList())
                .with("metadata", Members.metadata(made.outcome(), parameters(made)));
    }

    private static JsonObject parameters(GeneratedImages made) {
        Sampling sampling = made.sequence().sampling();
        return new JsonObject()
                .with("seed", made.sequence().seed())
                .with("sampler", sampling.sampler())
                .with("steps", sampling.steps())
                .with("cfg_scale", sampling.cfgScale());
    }

    public static JsonObject of(GeneratedImage made, @Nullable Path copy, Assets assets) {
        return Members.asset("image", made.asset(), assets, copy)
                .with("folder_id", made.request().folder().value())
                .with("scene_number", made.request().scene())
                .with("metadata", Members.metadata(made.outcome(), new JsonObject()));
    }

    public static JsonObject of(Slideshow made, @Nullable Path copy, Assets assets) {
        return Members.asset("video", made.video(), assets, copy)
                .with("folder_id", made.request().folder().value())
                .with("metadata", Members.metadata(made.outcome(), new JsonObject()));
    }
}
