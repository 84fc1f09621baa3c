package dev.mvstudio.application.image;

import dev.mvstudio.application.asset.ReferenceImages;
import dev.mvstudio.application.flavor.ImageParameters;
import dev.mvstudio.application.image.GenerateImagesCommand.SceneCommand;
import dev.mvstudio.application.image.SequenceOrder.Drawing;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.provider.Choice;
import dev.mvstudio.application.provider.Completion;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Look;
import dev.mvstudio.domain.image.ImageSequence.Scene;
import dev.mvstudio.domain.image.Sampling;
import dev.mvstudio.domain.prompt.CharacterTraits;
import dev.mvstudio.domain.provider.Capabilities;
import dev.mvstudio.domain.provider.Parameter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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

    private static final String CHARACTER = "character_reference_image_id";

    private Capabilities can() {
        return choice.spec().capabilities();
    }

    /** What the model makes of the order. */
    Drawing drawing() {
        return new Drawing(can().aspectRatios(), can().imageFormats());
    }

    Look look(ReferenceImages pictures, Violations violations) {
        Look before = known == null ? null : known.look();
        ImageFormat format = completion.fill(
                Parameter.OUTPUT_FORMAT.word(),
                violations.parse(
                        "output_format", said.outputFormat(), ImageFormat::parse, "must be one of png, jpeg, webp"),
                before == null ? defaults.outputFormat() : before.format());
        String negativePrompt = completion.ifHonoured(
                Parameter.NEGATIVE_PROMPT,
                said.negativePrompt(),
                before == null
                        ? defaults.negativePrompt()
                        : recalled(before.negativePrompt(), defaults.negativePrompt()));
        return new Look(negativePrompt, format, character(pictures, before, violations));
    }

    /** What is recorded, else the default; but what a model was begun without it goes on without. */
    private <T> @Nullable T recalled(@Nullable T recorded, @Nullable T usual) {
        return recorded != null || goesOn() ? recorded : usual;
    }

    /** Whether it is made by the model that began it. */
    private boolean goesOn() {
        return known != null
                && known.backend().equals(choice.backend())
                && known.model().equals(choice.spec().model());
    }

    private @Nullable AssetId character(ReferenceImages pictures, @Nullable Look before, Violations violations) {
        String id = said.characterReferenceImageId();
        AssetId given = id == null
                ? null
                : pictures.stored(CHARACTER, id, violations)
                        .map(picture -> picture.asset().id())
                        .orElse(null);
        AssetId recorded = before == null ? null : before.character();
        AssetId wanted = id == null ? recorded : given;
        if (wanted != null && can().references().max() == 0) {
            completion.warn(
                    Parameter.REFERENCE_IMAGE,
                    choice.spec().model() + " takes no pictures; " + CHARACTER + " was left out");
            return null;
        }
        return wanted;
    }

    /** Refuses to go on without the picture that was recorded, where images are to be made that resemble it. */
    void requirePicture(ImageSequence sequence, Gallery gallery, Violations violations) {
        Look look = sequence.look();
        if (said.characterReferenceImageId() == null
                && look != null
                && look.character() != null
                && missing(sequence) > 0) {
            gallery.requirePicture(look.character(), violations);
        }
    }

    /** As large as was recorded, or by default. */
    private FrameSize size() {
        FrameSize recorded = known == null ? null : known.sampling().size();
        return Objects.requireNonNullElse(recorded, defaults.size());
    }

    private List<SceneCommand> scenes() {
        return Objects.requireNonNullElse(said.scenes(), List.of());
    }

    /** The sequence as it is recorded when there is no record of it yet. */
    ImageSequence sequence(FolderId folder, Look look, Jobs.Surroundings surroundings) {
        Instant now = surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        Long seed = seed(surroundings.ids());
        return new ImageSequence(
                folder, choice.backend(), choice.spec().model(), seed, sampling(), look, now, ordered());
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
        Sampling usual = defaults.sampling();
        Sampling before = known == null ? usual : known.sampling();
        return new Sampling(
                completion.ifHonoured(Parameter.SAMPLER, said.sampler(), recalled(before.sampler(), usual.sampler())),
                completion.ifHonoured(Parameter.STEPS, said.steps(), recalled(before.steps(), usual.steps())),
                completion.ifHonoured(
                        Parameter.CFG_SCALE, said.cfgScale(), recalled(before.cfgScale(), usual.cfgScale())),
                size());
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
                ScenePrompts.type(scene),
                Objects.requireNonNull(scene.description()).strip(),
                Objects.requireNonNullElse(scene.atmosphere(), "").strip(),
                prompts.of(scene),
                seconds == null
                        ? null
                        : Duration.ofMillis(seconds.movePointRight(3).longValue()),
                null);
    }

    SequenceOrder order(ImageSequence sequence) {
        return new SequenceOrder(
                sequence,
                known == null ? named() : EnumSet.allOf(Parameter.class),
                drawing(),
                choice.spec().price().estimate(1, 0));
    }

    /** What the caller named. */
    private Set<Parameter> named() {
        Map<Parameter, Optional<?>> all = Map.of(
                Parameter.SEED, Optional.ofNullable(said.seed()),
                Parameter.SAMPLER, Optional.ofNullable(said.sampler()),
                Parameter.STEPS, Optional.ofNullable(said.steps()),
                Parameter.CFG_SCALE, Optional.ofNullable(said.cfgScale()),
                Parameter.NEGATIVE_PROMPT, Optional.ofNullable(said.negativePrompt()),
                Parameter.OUTPUT_FORMAT, Optional.ofNullable(said.outputFormat()),
                Parameter.REFERENCE_IMAGE, Optional.ofNullable(said.characterReferenceImageId()));
        return all.entrySet().stream()
                .filter(e -> e.getValue().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
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
}
