package dev.mvstudio.cli.character;

import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.character.GeneratedCharacterReference;
import dev.mvstudio.application.job.DryRun;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.cli.shell.Members;
import dev.mvstudio.domain.image.ImageRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The JSON of character references. */
public final class CharacterMembers {
    private CharacterMembers() {}

    /**
     * What was drawn.
     *
     * @param copies where the pictures were copied to, in their order; empty for nowhere
     */
    public static JsonObject of(GeneratedCharacterReference drawn, List<Path> copies, Assets assets) {
        List<JsonObject> images = IntStream.range(0, drawn.images().size())
                .mapToObj(i ->
                        Members.asset("image", drawn.images().get(i), assets, copies.isEmpty() ? null : copies.get(i)))
                .toList();
        return new JsonObject()
                .withAll(images.get(0))
                .with("images", images)
                .with(
                        "metadata",
                        new JsonObject()
                                .with("character_description", drawn.request().subject())
                                .withAll(Members.metadata(drawn.outcome(), parameters(drawn.request()))));
    }

    public static JsonObject dryRun(DryRun<ImageRequest> dryRun) {
        return Members.dryRun(dryRun, parameters(dryRun.plan().request()));
    }

    private static JsonObject parameters(ImageRequest r) {
        return new JsonObject()
                .with("aspect_ratio", r.aspectRatio())
                .with("num_images", r.numImages())
                .with("output_format", r.format())
                .with("negative_prompt", r.negativePrompt())
                .with("seed", r.seed())
                .with("safety_filter_level", r.safetyFilterLevel())
                .with("person_generation", r.personGeneration())
                .with(
                        "reference_image_ids",
                        r.referenceImages().stream()
                                .map(i -> i.asset().id().toString())
                                .toList());
    }
}
