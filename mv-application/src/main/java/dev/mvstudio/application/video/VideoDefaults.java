package dev.mvstudio.application.video;

import dev.mvstudio.application.flavor.Flavor;
import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.application.flavor.VideoParameters;
import dev.mvstudio.application.job.GenerationListener;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.application.provider.Choice;
import dev.mvstudio.application.provider.Completion;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Resolution;
import dev.mvstudio.domain.provider.Capabilities;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.video.VideoRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fills what a caller of {@link GenerateVideo} left open, and refuses what cannot be. */
public final class VideoDefaults {
    private static final int PROMPT = 20_000;
    private static final int TEXT = 5_000;

    private final Backends backends;
    private final Flavors flavors;
    private final ClipReferences references;
    private final GenerationListener listener;

    public VideoDefaults(Backends backends, Flavors flavors, ClipReferences references, GenerationListener listener) {
        this.backends = backends;
        this.flavors = flavors;
        this.references = references;
        this.listener = listener;
    }

    /** The complete request and all that follows from it; the caller's pictures are stored. */
    public Plan<VideoRequest> complete(GenerateVideoCommand said) {
        Violations violations = check(said);
        Flavor flavor = flavors.choose(said.flavor(), violations);
        Shape shape = Shape.parse(said, violations);
        Choice choice = backends.choose(Kind.VIDEO, said.backend(), said.model(), violations)
                .orElseThrow(violations::toException);
        Completion completion = new Completion(choice, violations);
        ClipReferences.Objections objections = new ClipReferences.Objections(completion, violations);
        VideoRequest bare = fill(said, flavor.video(), choice, completion, shape)
                .endingWith(references.last(said, objections).orElse(null));
        String rules = ClipRules.fill(said.videoRulesTemplate(), flavor.prompts(), bare, violations);
        int taken = references.count(said, choice.spec(), bare, objections);
        violations.check();
        VideoRequest request = bare.with(rules, references.collect(said, taken));
        Plan<VideoRequest> plan = new Plan<>(
                JobKind.GENERATE_VIDEO,
                request,
                choice.backend(),
                choice.spec().model(),
                flavor.name(),
                completion.defaultsApplied(),
                Map.of("prompt", request.effectivePrompt()),
                completion.warnings(),
                choice.spec().price().estimate(1, request.duration().toSeconds()));
        listener.planned(said, flavor.video(), plan);
        return plan;
    }

    private record Shape(
            @Nullable AspectRatio ratio, @Nullable Resolution resolution) {
        static Shape parse(GenerateVideoCommand said, Violations violations) {
            return new Shape(
                    violations.parse(
                            "aspect_ratio",
                            said.aspectRatio(),
                            AspectRatio::parse,
                            "must look like 16:9, each side 1 to 99"),
                    violations.parse(
                            "resolution", said.resolution(), Resolution::parse, "must look like 720p, 120p to 4320p"));
        }
    }

    private static Violations check(GenerateVideoCommand said) {
        Violations violations = new Violations();
        violations.requireText("prompt", said.prompt(), PROMPT);
        violations.limitText("negative_prompt", said.negativePrompt(), TEXT);
        violations.limitText("video_rules_template", said.videoRulesTemplate(), TEXT);
        violations.requireRange("seed", said.seed(), 0, Long.MAX_VALUE);
        if (said.duration() != null) {
            violations.requireRange("duration", said.duration().toSeconds(), 1, 3_600);
        }
        return violations;
    }

    private static VideoRequest fill(
            GenerateVideoCommand said, VideoParameters defaults, Choice choice, Completion completion, Shape shape) {
        Capabilities can = choice.spec().capabilities();
        Boolean audio = completion.optional(Parameter.GENERATE_AUDIO, said.generateAudio(), defaults.generateAudio());
        return new VideoRequest(
                choice.spec().model(),
                Objects.requireNonNullElse(said.prompt(), ""),
                "",
                completion.optional(Parameter.NEGATIVE_PROMPT, said.negativePrompt(), defaults.negativePrompt()),
                completion.oneOf(Parameter.ASPECT_RATIO, shape.ratio(), defaults.aspectRatio(), can.aspectRatios()),
                completion.duration(said.duration(), defaults.duration()),
                completion.oneOf(Parameter.RESOLUTION, shape.resolution(), defaults.resolution(), can.resolutions()),
                Objects.requireNonNullElse(audio, defaults.generateAudio()),
                completion.seed(said.seed()),
                List.of());
    }
}
