package dev.mvstudio.application.scene;

import dev.mvstudio.application.flavor.Flavor;
import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.application.flavor.SceneParameters;
import dev.mvstudio.application.job.GenerationListener;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.application.provider.Choice;
import dev.mvstudio.application.provider.Completion;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.scene.SceneRequest;
import java.util.Map;
import java.util.Objects;

/** Fills what a caller of {@link CreateScenes} left open, and refuses what cannot be. */
public final class SceneDefaults {
    private static final int TEXT = 5_000;

    private final Backends backends;
    private final Flavors flavors;
    private final GenerationListener listener;

    public SceneDefaults(Backends backends, Flavors flavors, GenerationListener listener) {
        this.backends = backends;
        this.flavors = flavors;
        this.listener = listener;
    }

    /** The complete request and all that follows from it. */
    public Plan<SceneRequest> complete(CreateScenesCommand said) {
        Violations violations = check(said);
        Flavor flavor = flavors.choose(said.flavor(), violations);
        Choice choice = backends.choose(Kind.SCENES, said.backend(), said.model(), violations)
                .orElseThrow(violations::toException);
        Completion completion = new Completion(choice, violations);
        SceneRequest request = fill(said, flavor, choice, completion);
        violations.check();
        Plan<SceneRequest> plan = new Plan<>(
                JobKind.CREATE_SCENES,
                request,
                choice.backend(),
                choice.spec().model(),
                flavor.name(),
                completion.defaultsApplied(),
                Map.of("prompt", request.prompt()),
                completion.warnings(),
                choice.spec().price().estimate(0, 0));
        listener.planned(said, flavor.scenes(), plan);
        return plan;
    }

    private static Violations check(CreateScenesCommand said) {
        Violations violations = new Violations();
        violations.requireText("idea", said.idea(), TEXT);
        violations.requireText("character_description", said.characterDescription(), TEXT);
        violations.limitText("character_characteristics", said.characterCharacteristics(), TEXT);
        violations.limitText("video_type", said.videoType(), TEXT);
        violations.limitText("video_characteristics", said.videoCharacteristics(), TEXT);
        violations.limitText("camera_angle", said.cameraAngle(), TEXT);
        violations.requireRange("number_of_scenes", said.numberOfScenes(), 1, 50);
        violations.requireRange("seed", said.seed(), 0, Long.MAX_VALUE);
        return violations;
    }

    private static SceneRequest fill(CreateScenesCommand said, Flavor flavor, Choice choice, Completion completion) {
        SceneParameters defaults = flavor.scenes();
        SceneRequest request = new SceneRequest(
                choice.spec().model(),
                Objects.requireNonNullElse(said.idea(), ""),
                Objects.requireNonNullElse(said.characterDescription(), ""),
                completion.fill(
                        "character_characteristics",
                        said.characterCharacteristics(),
                        defaults.characterCharacteristics()),
                completion.fill("number_of_scenes", said.numberOfScenes(), defaults.numberOfScenes()),
                completion.fill("video_type", said.videoType(), defaults.videoType()),
                completion.fill("video_characteristics", said.videoCharacteristics(), defaults.videoCharacteristics()),
                completion.fill("camera_angle", said.cameraAngle(), defaults.cameraAngle()),
                completion.optional(Parameter.SEED, said.seed(), null),
                "");
        return request.withPrompt(flavor.prompts().scenes().fill(placeholders(request)));
    }

    private static Map<String, String> placeholders(SceneRequest r) {
        return Map.of(
                "idea", r.idea(),
                "character_description", r.characterDescription(),
                "character_characteristics", r.characterCharacteristics(),
                "number_of_scenes", String.valueOf(r.numberOfScenes()),
                "video_type", r.videoType(),
                "video_characteristics", r.videoCharacteristics(),
                "camera_angle", r.cameraAngle());
    }
}
