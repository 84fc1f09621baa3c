package dev.mvstudio.application.character;

import dev.mvstudio.application.asset.ReferenceImages;
import dev.mvstudio.application.flavor.CharacterParameters;
import dev.mvstudio.application.flavor.Flavor;
import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.application.job.GenerationListener;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.application.provider.Choice;
import dev.mvstudio.application.provider.Completion;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.Capabilities;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fills what a caller of {@link GenerateCharacterReference} left open, and refuses what cannot be. */
public final class CharacterDefaults {
    private static final int TEXT = 5_000;

    private final Backends backends;
    private final Flavors flavors;
    private final ReferenceImages images;
    private final GenerationListener listener;

    public CharacterDefaults(Backends backends, Flavors flavors, ReferenceImages images, GenerationListener listener) {
        this.backends = backends;
        this.flavors = flavors;
        this.images = images;
        this.listener = listener;
    }

    /** The complete request and all that follows from it. */
    public Plan<ImageRequest> complete(GenerateCharacterReferenceCommand said) {
        Violations violations = check(said);
        Flavor flavor = flavors.choose(said.flavor(), violations);
        AspectRatio ratio = violations.parse(
                "aspect_ratio", said.aspectRatio(), AspectRatio::parse, "must look like 16:9, each side 1 to 99");
        ImageFormat format = violations.parse(
                "output_format", said.outputFormat(), ImageFormat::parse, "must be one of png, jpeg, webp");
        Choice choice = backends.choose(Kind.IMAGE, said.backend(), said.model(), violations)
                .orElseThrow(violations::toException);
        Completion completion = new Completion(choice, violations);
        ImageRequest request = fill(said, flavor, choice, completion, new Shape(ratio, format))
                .resembling(references(said, choice, completion, violations));
        violations.check();
        Plan<ImageRequest> plan = new Plan<>(
                JobKind.GENERATE_CHARACTER_REFERENCE,
                request,
                choice.backend(),
                choice.spec().model(),
                flavor.name(),
                completion.defaultsApplied(),
                Map.of("prompt", request.prompt()),
                completion.warnings(),
                choice.spec().price().estimate(request.numImages(), 0));
        listener.planned(said, flavor.character(), plan);
        return plan;
    }

    /** As many of the caller's pictures as the model takes. */
    private List<ReferenceImage> references(
            GenerateCharacterReferenceCommand said, Choice choice, Completion completion, Violations violations) {
        List<String> ids = Objects.requireNonNullElse(said.referenceImageIds(), List.of());
        List<ReferenceImage> found = images.stored("reference_image_ids", ids, violations);
        int most = choice.spec().capabilities().references().max();
        return found.subList(0, Math.min(found.size(), completion.count(Parameter.REFERENCE_IMAGE, ids.size(), most)));
    }

    private record Shape(
            @Nullable AspectRatio ratio, @Nullable ImageFormat format) {}

    private static Violations check(GenerateCharacterReferenceCommand said) {
        Violations violations = new Violations();
        violations.requireText("character_description", said.characterDescription(), TEXT);
        violations.limitText("negative_prompt", said.negativePrompt(), TEXT);
        violations.limitText("safety_filter_level", said.safetyFilterLevel(), 100);
        violations.limitText("person_generation", said.personGeneration(), 100);
        violations.requireRange("num_images", said.numImages(), 1, 4);
        violations.requireRange("seed", said.seed(), 0, Long.MAX_VALUE);
        return violations;
    }

    private static ImageRequest fill(
            GenerateCharacterReferenceCommand said, Flavor flavor, Choice choice, Completion completion, Shape shape) {
        CharacterParameters defaults = flavor.character();
        Capabilities can = choice.spec().capabilities();
        String description = Objects.requireNonNullElse(said.characterDescription(), "");
        return new ImageRequest(
                choice.spec().model(),
                description,
                flavor.prompts().characterReference().fill(Map.of("character_description", description)),
                completion.optional(Parameter.NEGATIVE_PROMPT, said.negativePrompt(), defaults.negativePrompt()),
                completion.oneOf(Parameter.ASPECT_RATIO, shape.ratio(), defaults.aspectRatio(), can.aspectRatios()),
                completion.count(
                        Parameter.NUM_IMAGES,
                        completion.fill("num_images", said.numImages(), defaults.numImages()),
                        can.maxImages()),
                completion.oneOf(Parameter.OUTPUT_FORMAT, shape.format(), defaults.outputFormat(), can.imageFormats()),
                completion.seed(said.seed()),
                completion.word(Parameter.SAFETY_FILTER_LEVEL, said.safetyFilterLevel(), defaults.safetyFilterLevel()),
                completion.word(Parameter.PERSON_GENERATION, said.personGeneration(), defaults.personGeneration()));
    }
}
