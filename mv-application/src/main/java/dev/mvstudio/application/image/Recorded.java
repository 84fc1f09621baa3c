package dev.mvstudio.application.image;

import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Scene;
import dev.mvstudio.domain.prompt.Emphasis;
import java.util.List;
import java.util.Map;

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
        ImageSequence ordered = order.sequence();
        List<Scene> scenes = ordered.scenes().stream()
                .map(scene -> record.scene(scene.number()).orElse(scene))
                .toList();
        ImageSequence sampled = new ImageSequence(
                record.folder(),
                ordered.backend(),
                ordered.model(),
                order.own().seed() || record.seed() == null ? ordered.seed() : record.seed(),
                order.own().sampling() ? ordered.sampling() : record.sampling(),
                record.createdAt(),
                scenes);
        return new Recorded(record, sampled, order);
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

    /** How the image of a scene is made. */
    Plan<SceneOrder> plan(int number, AssetId asset, Plan<SequenceOrder> whole) {
        return new Plan<>(
                JobKind.GENERATE_IMAGE,
                new SceneOrder(
                        request(number),
                        record.folder(),
                        number,
                        asset,
                        order.look().format()),
                whole.backend(),
                whole.model(),
                whole.flavor(),
                Map.of(),
                Map.of(),
                List.of(),
                order.estimate());
    }

    /** What the model is asked for. */
    ImageRequest request(int number) {
        SequenceOrder.Look look = order.look();
        String prompt = sampled.scene(number).orElseThrow().prompt();
        return new ImageRequest(
                sampled.model(),
                Emphasis.without(prompt),
                prompt,
                look.negativePrompt(),
                look.aspectRatio(),
                1,
                look.drawn(),
                sampled.seed(),
                null,
                null,
                look.references(number),
                sampled.sampling());
    }
}
