package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Durations;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.asset.Resolution;
import dev.mvstudio.domain.cost.Price;
import dev.mvstudio.domain.provider.Capabilities;
import dev.mvstudio.domain.provider.Inputs;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.provider.References;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The models of the fake Gemini, as a configuration has them. */
final class Models {
    static final Model BANANA = new Model("gemini-3.1-flash-image");
    static final Model OLD_BANANA = new Model("gemini-2.5-flash-image");
    static final Model IMAGEN = new Model("imagen-4.0-generate-001");

    static final Set<Parameter> OF_BANANA =
            EnumSet.of(Parameter.ASPECT_RATIO, Parameter.SAFETY_FILTER_LEVEL, Parameter.REFERENCE_IMAGE);
    static final Set<Parameter> OF_IMAGEN = EnumSet.of(
            Parameter.ASPECT_RATIO, Parameter.NUM_IMAGES, Parameter.OUTPUT_FORMAT, Parameter.PERSON_GENERATION);

    static final List<ModelSpec> IMAGES = List.of(
            image(BANANA, OF_BANANA, 1, null, Map.of("imageSize", "1K")),
            image(OLD_BANANA, OF_BANANA, 1, Calls.GENERATE_CONTENT, Map.of()),
            image(IMAGEN, OF_IMAGEN, 4, Calls.PREDICT, Map.of()));

    static final Model VEO = new Model("veo-3.1-generate-preview");
    static final Model VEO_FAST = new Model("veo-3.1-fast-generate-preview");
    static final Model OMNI = new Model("gemini-omni-1.2-flash");
    static final Model RETIRED = new Model("veo-3.0-generate-preview");

    static final Set<Parameter> OF_VEO = EnumSet.of(
            Parameter.ASPECT_RATIO,
            Parameter.DURATION,
            Parameter.RESOLUTION,
            Parameter.REFERENCE_IMAGE,
            Parameter.LAST_FRAME,
            Parameter.NEGATIVE_PROMPT);
    static final Set<Parameter> OF_OMNI = EnumSet.of(
            Parameter.ASPECT_RATIO,
            Parameter.DURATION,
            Parameter.RESOLUTION,
            Parameter.REFERENCE_IMAGE,
            Parameter.SEED);

    private static final References EIGHT_SECONDS =
            new References(3, List.of(new AspectRatio(16, 9)), new Durations(List.of(8)), true);
    private static final References FIRST_FRAME = new References(0, List.of(), Durations.NONE, true);

    static final List<ModelSpec> CLIPS = List.of(
            clip(VEO, OF_VEO, EIGHT_SECONDS, null),
            clip(VEO_FAST, OF_VEO, FIRST_FRAME, Calls.LONG_RUNNING),
            clip(RETIRED, OF_VEO, FIRST_FRAME, null),
            clip(OMNI, OF_OMNI, new References(3), Calls.INTERACTIONS));

    private Models() {}

    private static ModelSpec clip(Model model, Set<Parameter> honoured, References references, String call) {
        Map<String, Object> people = Map.of(
                "text_to_video.personGeneration", "allow_all",
                "image_to_video.personGeneration", "allow_adult",
                "reference_to_video.personGeneration", "allow_adult");
        return new ModelSpec(
                model,
                new Capabilities(
                        honoured,
                        Set.of(),
                        List.of(new AspectRatio(16, 9), new AspectRatio(9, 16)),
                        new Durations(List.of(4, 6, 8)),
                        List.of(new Resolution(720), new Resolution(1080), new Resolution(2160)),
                        List.of(),
                        references,
                        1),
                Price.FREE,
                new Inputs(
                        Map.of(),
                        Map.of("resolution", Map.of("2160p", "4k")),
                        Calls.INTERACTIONS.equals(call) ? Map.of() : people),
                call);
    }

    private static ModelSpec image(
            Model model, Set<Parameter> honoured, int most, String call, Map<String, Object> constants) {
        return new ModelSpec(
                model,
                new Capabilities(
                        honoured,
                        Set.of(),
                        List.of(new AspectRatio(1, 1), new AspectRatio(9, 16)),
                        Durations.NONE,
                        List.of(),
                        List.of(ImageFormat.PNG, ImageFormat.JPEG),
                        honoured.contains(Parameter.REFERENCE_IMAGE) ? new References(3) : References.NONE,
                        most),
                Price.FREE,
                new Inputs(Map.of(), Map.of(), constants),
                call);
    }
}
