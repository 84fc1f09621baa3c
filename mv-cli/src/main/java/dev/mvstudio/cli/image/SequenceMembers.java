package dev.mvstudio.cli.image;

import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.image.GeneratedImage;
import dev.mvstudio.application.image.GeneratedImages;
import dev.mvstudio.application.image.SequenceOrder;
import dev.mvstudio.application.image.SequencePlan;
import dev.mvstudio.application.image.Slideshow;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.cli.shell.Members;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Look;
import dev.mvstudio.domain.image.Sampling;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of image sequences. */
public final class SequenceMembers {
    private SequenceMembers() {}

    public static JsonObject of(GeneratedImages made, Map<Integer, Path> copies, Assets assets) {
        return new JsonObject()
                .with("success", made.complete())
                .with("folder_id", made.sequence().folder().value())
                .with(
                        "images",
                        made.images().stream()
                                .map(m -> Members.asset("image", m.asset(), assets, copies.get(m.scene()))
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
                .with("metadata", Members.metadata(made.outcome(), parameters(made.sequence(), made.look())));
    }

    private static JsonObject parameters(ImageSequence sequence, Look look) {
        Sampling sampling = sequence.sampling();
        return new JsonObject()
                .with("seed", sequence.seed())
                .with("sampler", sampling.sampler())
                .with("steps", sampling.steps())
                .with("cfg_scale", sampling.cfgScale())
                .with("negative_prompt", look.negativePrompt())
                .with("output_format", look.format())
                .with("character_reference_image_id", look.character());
    }

    /** What would be done. */
    static JsonObject dryRun(SequencePlan rehearsal) {
        Plan<SequenceOrder> plan = rehearsal.plan();
        SequenceOrder order = plan.request();
        return new JsonObject()
                .with("dry_run", true)
                .with("kind", plan.kind().word())
                .with("backend_used", plan.backend())
                .with("model_used", plan.model())
                .with("flavor", plan.flavor())
                .with("folder_id", order.sequence().folder())
                .with("parameters_used", parameters(order.sequence(), order.look()))
                .with("defaults_applied", plan.defaultsApplied())
                .with(
                        "scenes",
                        rehearsal.scenes().stream()
                                .map(call -> new JsonObject()
                                        .with("scene_number", call.scene())
                                        .with("prompt", call.prompt())
                                        .with("already_made", call.there())
                                        .with("provider_request", Members.call(call.call())))
                                .toList())
                .with("estimated_cost", Members.money(plan.estimate()))
                .with("warnings", plan.warnings());
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
