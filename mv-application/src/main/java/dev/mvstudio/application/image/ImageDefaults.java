package dev.mvstudio.application.image;

import dev.mvstudio.application.asset.ReferenceImages;
import dev.mvstudio.application.flavor.Flavor;
import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.application.flavor.ImageParameters;
import dev.mvstudio.application.job.GenerationListener;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.application.provider.Choice;
import dev.mvstudio.application.provider.Completion;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Look;
import dev.mvstudio.domain.image.ImageSequence.Scene;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills what a caller of {@link GenerateImages} left open, and refuses what cannot be. */
public final class ImageDefaults {
    private final Backends backends;
    private final Flavors flavors;
    private final Materials materials;
    private final Jobs.Surroundings surroundings;
    private final GenerationListener listener;

    /** What sequences are made from. */
    public record Materials(Gallery gallery, ReferenceImages pictures) {}

    public ImageDefaults(
            Backends backends,
            Flavors flavors,
            Materials materials,
            Jobs.Surroundings surroundings,
            GenerationListener listener) {
        this.backends = backends;
        this.flavors = flavors;
        this.materials = materials;
        this.surroundings = surroundings;
        this.listener = listener;
    }

    /** The complete order and all that follows from it. Nothing is recorded. */
    public Plan<SequenceOrder> complete(GenerateImagesCommand said) {
        Violations violations = new Violations();
        new SceneChecks(violations).check(said);
        Flavor flavor = flavors.choose(said.flavor(), violations);
        FolderId folder = folder(said, violations);
        ImageSequence known = known(said, folder, violations);
        Choice choice = choose(said, known, flavor.images(), violations);
        Completion completion = new Completion(choice, violations);
        OrderForm form = new OrderForm(said, known, flavor.images(), choice, completion);
        Look look = form.look(materials.pictures(), violations);
        violations.check();
        ImageSequence sequence = form.sequence(folder, look, surroundings);
        if (known != null) {
            Recorded.refuseOthers(known, sequence, violations);
            form.requirePicture(sequence, materials.gallery(), violations);
            violations.check();
        }
        Plan<SequenceOrder> plan = plan(
                form.order(sequence), flavor, completion, Remarks.of(said, sequence, known), form.missing(sequence));
        listener.planned(said, flavor.images(), plan);
        return plan;
    }

    private FolderId folder(GenerateImagesCommand said, Violations violations) {
        FolderId given = violations.parse(
                "folder_id",
                said.folderId(),
                FolderId::parse,
                "must be 1 to 64 letters, digits, hyphens and underscores, and begin with a letter or digit");
        return given == null ? new FolderId(surroundings.ids().get().toString()) : given;
    }

    private @Nullable ImageSequence known(GenerateImagesCommand said, FolderId folder, Violations violations) {
        Optional<ImageSequence> known = said.folderId() == null
                ? Optional.empty()
                : materials.gallery().records().find(folder);
        if (known.isEmpty() && said.scenes() == null && said.folderId() != null) {
            violations.add("sequence_data", "is required: there is no sequence of this folder_id yet", null);
        }
        return known.orElse(null);
    }

    /** Whom the caller names, or who drew what is there, or whom the configuration prefers. */
    private Choice choose(
            GenerateImagesCommand said, @Nullable ImageSequence known, ImageParameters parameters, Violations v) {
        String backend = said.backend();
        String model = said.model();
        if (backend == null) {
            backend = known == null ? preferred(parameters) : known.backend().name();
        }
        if (model == null && known != null && known.backend().name().equals(backend)) {
            model = known.model().name();
        }
        return backends.choose(Kind.IMAGE, backend, model, v).orElseThrow(v::toException);
    }

    private @Nullable String preferred(ImageParameters parameters) {
        return backends.settings().stream()
                .filter(b -> b.backend().name().equals(parameters.backend()))
                .filter(b -> backends.isReady(b, Kind.IMAGE))
                .map(b -> b.backend().name())
                .findFirst()
                .orElse(null);
    }

    private static Plan<SequenceOrder> plan(
            SequenceOrder order, Flavor flavor, Completion completion, List<String> more, int missing) {
        Map<String, String> prompts = new LinkedHashMap<>();
        for (Scene scene : order.sequence().scenes()) {
            prompts.put("prompt of scene " + scene.number(), scene.prompt());
        }
        Backend backend = order.sequence().backend();
        return new Plan<>(
                JobKind.GENERATE_IMAGES,
                order,
                backend,
                order.sequence().model(),
                flavor.name(),
                completion.defaultsApplied(),
                prompts,
                Stream.concat(completion.warnings().stream(), more.stream()).toList(),
                order.estimate().times(missing));
    }
}
