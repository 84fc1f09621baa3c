package dev.mvstudio.application.image;

import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Look;
import dev.mvstudio.domain.image.ImageSequence.Scene;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.image.Sampling;
import dev.mvstudio.domain.image.SceneType;
import dev.mvstudio.domain.prompt.Emphasis;
import dev.mvstudio.domain.provider.Parameter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order in the light of what is recorded: that counts wherever the caller said nothing.
 *
 * @param record all that is recorded of the sequence
 * @param sampled as its images are sampled now, with the ordered scenes alone
 * @param order as it was given
 */
record Recorded(ImageSequence record, ImageSequence sampled, SequenceOrder order) {
    /**
     * Puts both together.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException when the order has other prompts
     */
    static Recorded of(ImageSequence record, SequenceOrder order) {
        Violations violations = new Violations();
        refuseOthers(record, order.sequence(), violations);
        violations.check();
        return new Recorded(record, sampled(record, order), order);
    }

    private static ImageSequence sampled(ImageSequence record, SequenceOrder order) {
        ImageSequence ordered = order.sequence();
        boolean same =
                record.backend().equals(ordered.backend()) && record.model().equals(ordered.model());
        Set<Parameter> settled = same ? order.settled() : EnumSet.allOf(Parameter.class);
        return new ImageSequence(
                record.folder(),
                ordered.backend(),
                ordered.model(),
                settled.contains(Parameter.SEED) ? ordered.seed() : record.seed(),
                sampling(record.sampling(), ordered.sampling(), settled),
                look(record.look(), order.look(), settled),
                record.createdAt(),
                ordered.scenes().stream()
                        .map(scene -> record.scene(scene.number()).orElse(scene))
                        .toList());
    }

    private static Sampling sampling(Sampling record, Sampling ordered, Set<Parameter> settled) {
        return new Sampling(
                settled.contains(Parameter.SAMPLER) ? ordered.sampler() : record.sampler(),
                settled.contains(Parameter.STEPS) ? ordered.steps() : record.steps(),
                settled.contains(Parameter.CFG_SCALE) ? ordered.cfgScale() : record.cfgScale(),
                settled.contains(Parameter.RESOLUTION) || record.size() == null ? ordered.size() : record.size());
    }

    private static Look look(@Nullable Look record, Look ordered, Set<Parameter> settled) {
        if (record == null) {
            return ordered;
        }
        return new Look(
                settled.contains(Parameter.NEGATIVE_PROMPT) ? ordered.negativePrompt() : record.negativePrompt(),
                settled.contains(Parameter.OUTPUT_FORMAT) ? ordered.format() : record.format(),
                settled.contains(Parameter.REFERENCE_IMAGE) ? ordered.character() : record.character());
    }

    /** Finds scenes whose numbers belong to other scenes already. */
    static void refuseOthers(ImageSequence record, ImageSequence ordered, Violations violations) {
        for (Scene scene : ordered.scenes()) {
            record.scene(scene.number())
                    .filter(there -> !there.prompt().equals(scene.prompt()))
                    .ifPresent(there -> violations.add(
                            "sequence_data[" + (scene.number() - 1) + "]",
                            "scene " + scene.number() + " of the sequence " + record.folder()
                                    + " has another prompt already (\"" + there.prompt()
                                    + "\"); nothing is overwritten: give another folder_id",
                            scene.prompt()));
        }
    }

    List<Scene> scenes() {
        return sampled.scenes();
    }

    Look look() {
        return Objects.requireNonNull(sampled.look());
    }

    /** The picture that a scene shall resemble; null for none. */
    @Nullable
    AssetId picture(Scene scene) {
        return scene.type() == SceneType.CHARACTER ? look().character() : null;
    }

    /** How the image of a scene is made. */
    Plan<SceneOrder> plan(Scene scene, Gallery gallery, Plan<SequenceOrder> whole) {
        return new Plan<>(
                JobKind.GENERATE_IMAGE,
                new SceneOrder(
                        request(scene, gallery.required(picture(scene))),
                        record.folder(),
                        scene.number(),
                        gallery.id(record, scene.number()),
                        look().format()),
                whole.backend(),
                whole.model(),
                whole.flavor(),
                Map.of(),
                Map.of(),
                List.of(),
                order.estimate());
    }

    /** What the model is asked for. */
    ImageRequest request(Scene scene, List<ReferenceImage> pictures) {
        Sampling sampling = sampled.sampling();
        return new ImageRequest(
                sampled.model(),
                Emphasis.without(scene.prompt()),
                scene.prompt(),
                look().negativePrompt(),
                order.drawing().ratio(Objects.requireNonNull(sampling.size())),
                1,
                order.drawing().drawn(look().format()),
                sampled.seed(),
                null,
                null,
                pictures,
                sampling);
    }
}
