package dev.mvstudio.application.image;

import dev.mvstudio.application.asset.ReferenceImages;
import dev.mvstudio.application.flavor.ImageParameters;
import dev.mvstudio.application.image.GenerateImagesCommand.SceneCommand;
import dev.mvstudio.application.image.SequenceOrder.Look;
import dev.mvstudio.application.image.SequenceOrder.Own;
import dev.mvstudio.application.provider.Choice;
import dev.mvstudio.application.provider.Completion;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Scene;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.image.Sampling;
import dev.mvstudio.domain.prompt.CharacterTraits;
import dev.mvstudio.domain.provider.Capabilities;
import dev.mvstudio.domain.provider.Parameter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One order while it is filled in: what the caller said comes first, then what is recorded, then the defaults.
 *
 * @param known what is recorded of the sequence; null for a new one
 */
record OrderForm(
        GenerateImagesCommand said,
        @Nullable ImageSequence known,
        ImageParameters defaults,
        Choice choice,
        Completion completion) {
    /** As large as every program that reads JSON can tell exactly. */
    private static final long LARGEST_DRAWN = 4_294_967_295L;

    private Capabilities can() {
        return choice.spec().capabilities();
    }

    Look look(ReferenceImages pictures, Violations violations) {
        ImageFormat format = completion.fill(
                Parameter.OUTPUT_FORMAT.word(),
                violations.parse(
                        "output_format", said.outputFormat(), ImageFormat::parse, "must be one of png, jpeg, webp"),
                defaults.outputFormat());
        ImageFormat drawn = can().imageFormats().contains(format)
                ? format
                : can().imageFormats().get(0);
        return new Look(
                aspectRatio(),
                format,
                drawn,
                completion.ifHonoured(Parameter.NEGATIVE_PROMPT, said.negativePrompt(), defaults.negativePrompt()),
                references(pictures, violations),
                pictured());
    }

    /** The shape next to the size that is asked for. */
    private AspectRatio aspectRatio() {
        FrameSize size = size();
        double wanted = Math.log((double) size.width() / size.height());
        return can().aspectRatios().stream()
                .min(Comparator.comparingDouble(r -> Math.abs(Math.log((double) r.width() / r.height()) - wanted)))
                .orElseThrow(() -> new IllegalStateException("this model makes no pictures"));
    }

    private FrameSize size() {
        FrameSize recorded = known == null ? null : known.sampling().size();
        return Objects.requireNonNullElse(recorded, defaults.size());
    }

    private List<ReferenceImage> references(ReferenceImages pictures, Violations violations) {
        String id = said.characterReferenceImageId();
        if (id == null) {
            return List.of();
        }
        if (said.scenes() == null) {
            violations.add(
                    "character_reference_image_id", "needs sequence_data, which says where the character is", id);
        }
        List<ReferenceImage> found = pictures.stored("character_reference_image_id", List.of(id), violations);
        if (can().references().max() == 0) {
            completion.warn(
                    Parameter.REFERENCE_IMAGE,
                    choice.spec().model() + " takes no pictures; character_reference_image_id was left out");
            return List.of();
        }
        return found;
    }

    private Set<Integer> pictured() {
        List<SceneCommand> scenes = scenes();
        return IntStream.range(0, scenes.size())
                .filter(i -> ScenePrompts.shows(scenes.get(i)))
                .mapToObj(i -> i + 1)
                .collect(Collectors.toSet());
    }

    private List<SceneCommand> scenes() {
        return Objects.requireNonNullElse(said.scenes(), List.of());
    }

    /** The sequence as it is recorded when there is no record of it yet. */
    ImageSequence sequence(FolderId folder, Supplier<UUID> chance, Instant now) {
        return new ImageSequence(
                folder, choice.backend(), choice.spec().model(), seed(chance), sampling(), now, ordered());
    }

    private @Nullable Long seed(Supplier<UUID> chance) {
        if (!can().honours(Parameter.SEED)) {
            return completion.ifHonoured(Parameter.SEED, said.seed(), null);
        }
        Long own = completion.seed(said.seed());
        Long recorded = known == null ? null : known.seed();
        if (own != null || recorded != null) {
            return own != null ? own : recorded;
        }
        long bits = chance.get().getMostSignificantBits() >>> 32;
        long drawn = bits % (Math.min(can().maxSeed(), LARGEST_DRAWN - 1) + 1);
        return completion.fill(Parameter.SEED.word(), null, drawn);
    }

    private Sampling sampling() {
        Sampling before = known == null ? Sampling.USUAL : known.sampling();
        Sampling usual = defaults.sampling();
        return new Sampling(
                completion.ifHonoured(Parameter.SAMPLER, said.sampler(), either(before.sampler(), usual.sampler())),
                completion.ifHonoured(Parameter.STEPS, said.steps(), either(before.steps(), usual.steps())),
                completion.ifHonoured(
                        Parameter.CFG_SCALE, said.cfgScale(), either(before.cfgScale(), usual.cfgScale())),
                size());
    }

    private static <T> @Nullable T either(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }

    private List<Scene> ordered() {
        if (said.scenes() == null) {
            return Objects.requireNonNull(known).scenes().stream()
                    .map(scene -> scene.with(null))
                    .toList();
        }
        ScenePrompts prompts = new ScenePrompts(
                defaults,
                Objects.requireNonNullElse(said.character(), CharacterTraits.NONE),
                choice.spec().weightedPrompts());
        List<SceneCommand> scenes = scenes();
        return IntStream.range(0, scenes.size())
                .mapToObj(i -> scene(i + 1, scenes.get(i), prompts))
                .toList();
    }

    private static Scene scene(int number, SceneCommand scene, ScenePrompts prompts) {
        BigDecimal seconds = scene.duration();
        return new Scene(
                number,
                Objects.requireNonNull(scene.description()).strip(),
                Objects.requireNonNullElse(scene.atmosphere(), "").strip(),
                prompts.of(scene),
                seconds == null
                        ? null
                        : Duration.ofMillis(seconds.movePointRight(3).longValue()),
                null);
    }

    SequenceOrder order(ImageSequence sequence, Look look) {
        boolean sampling = said.sampler() != null || said.steps() != null || said.cfgScale() != null;
        return new SequenceOrder(
                sequence,
                new Own(said.seed() != null, sampling || known != null),
                look,
                choice.spec().price().estimate(1, 0));
    }

    /** How many images are to be made, as far as this is known now. */
    int missing(ImageSequence sequence) {
        return (int) sequence.scenes().stream()
                .filter(scene -> recorded(scene.number()).map(Scene::image).isEmpty())
                .count();
    }

    private Optional<Scene> recorded(int number) {
        return known == null ? Optional.empty() : known.scene(number);
    }

    /** What was said of scenes and counts for nothing. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        List<SceneCommand> scenes = scenes();
        for (int i = 0; i < scenes.size(); i++) {
            String pose = scenes.get(i).pose();
            if (pose != null && !pose.isBlank() && !ScenePrompts.shows(scenes.get(i))) {
                warnings.add("scene " + (i + 1) + " is b-roll, without the character: its pose was left out");
            }
        }
        return warnings;
    }

    /** What was recorded otherwise, and stays so. */
    List<String> differences(ImageSequence ordered) {
        List<String> warnings = new ArrayList<>();
        if (known == null) {
            return warnings;
        }
        if (said.seed() != null && known.seed() != null && !Objects.equals(ordered.seed(), known.seed())) {
            warnings.add("the sequence was begun with the seed " + known.seed() + ": only new images have "
                    + ordered.seed());
        }
        for (Scene scene : ordered.scenes()) {
            recorded(scene.number())
                    .filter(there ->
                            scene.duration() != null && !scene.duration().equals(there.duration()))
                    .ifPresent(there -> warnings.add("scene " + scene.number() + " was recorded with "
                            + (there.duration() == null ? "no duration" : "a duration of " + there.duration())
                            + ", which stays"));
        }
        return warnings;
    }
}
