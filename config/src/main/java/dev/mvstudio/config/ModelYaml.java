package dev.mvstudio.config;

import dev.mvstudio.config.source.Form;
import dev.mvstudio.config.source.Section;
import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Durations;
import dev.mvstudio.domain.asset.Resolution;
import dev.mvstudio.domain.provider.Capabilities;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.provider.References;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one model of {@code backends.yaml}. */
final class ModelYaml {
    /** Whether a model honours these follows from its lists and limits. */
    private static final Set<Parameter> SAID_BY_LISTS = EnumSet.of(
            Parameter.ASPECT_RATIO,
            Parameter.DURATION,
            Parameter.RESOLUTION,
            Parameter.REFERENCE_IMAGE,
            Parameter.NUM_IMAGES,
            Parameter.OUTPUT_FORMAT);

    private static final Form<String> CALL = Form.of(
            "a word of the backend's adapter, such as predict",
            "predict",
            t -> Optional.of(t).filter(word -> word.matches("[a-z][a-z0-9_]{0,39}")));

    private ModelYaml() {}

    static ModelSpec read(Kind kind, Section s) {
        Model model = s.get("model", Form.text().map(name -> new Model(name.isEmpty() ? "?" : name)));
        Capabilities can = capabilities(kind, s);
        return new ModelSpec(
                model,
                can,
                s.get("price", Forms.PRICE),
                InputsYaml.read(can, s),
                s.find("call", CALL),
                kind == Kind.IMAGE && Boolean.TRUE.equals(s.find("weighted_prompts", Form.truth())));
    }

    private static Capabilities capabilities(Kind kind, Section s) {
        Set<Parameter> honoured = EnumSet.noneOf(Parameter.class);
        honoured.addAll(s.list("honours", Form.oneOf(Parameter.class, SAID_BY_LISTS)));
        Set<Parameter> lenient = Set.copyOf(s.list("lenient", Form.oneOf(Parameter.class)));
        Long maxSeed = s.find("max_seed", Form.count(0, Long.MAX_VALUE));
        Capabilities can = new Capabilities(
                honoured,
                lenient,
                List.of(),
                Durations.NONE,
                List.of(),
                List.of(),
                References.NONE,
                0,
                Map.of(),
                maxSeed == null ? Long.MAX_VALUE : maxSeed);
        return switch (kind) {
            case SCENES -> can;
            case IMAGE -> image(s, can);
            case VIDEO -> video(s, can);
        };
    }

    private static Capabilities image(Section s, Capabilities can) {
        Map<Parameter, List<String>> words = words(s);
        int maxImages = s.get("max_images", Form.integer(1, 4));
        Set<Parameter> honoured = with(can, Parameter.ASPECT_RATIO, Parameter.OUTPUT_FORMAT);
        honoured.addAll(words.keySet());
        if (maxImages > 1) {
            honoured.add(Parameter.NUM_IMAGES);
        }
        Integer references = s.find("max_reference_images", Form.integer(0, 10));
        if (references != null && references > 0) {
            honoured.add(Parameter.REFERENCE_IMAGE);
        }
        return new Capabilities(
                honoured,
                can.lenient(),
                s.full("aspect_ratios", Forms.RATIO),
                Durations.NONE,
                List.of(),
                s.full("image_formats", Forms.IMAGE_FORMAT),
                references == null ? References.NONE : new References(references),
                maxImages,
                words,
                can.maxSeed());
    }

    /** The provider's own words for parameters that have some. */
    private static Map<Parameter, List<String>> words(Section s) {
        Map<Parameter, List<String>> words = new EnumMap<>(Parameter.class);
        words.put(Parameter.SAFETY_FILTER_LEVEL, s.list("safety_filter_levels", Form.anything()));
        words.put(Parameter.PERSON_GENERATION, s.list("person_generations", Form.anything()));
        words.values().removeIf(List::isEmpty);
        return words;
    }

    private static Capabilities video(Section s, Capabilities can) {
        List<AspectRatio> ratios = s.full("aspect_ratios", Forms.RATIO);
        List<Resolution> resolutions = s.full("resolutions", Forms.RESOLUTION);
        Durations durations = durations(s.full("durations", Forms.LENGTHS));
        References references = references(s);
        Set<Parameter> honoured = with(can, Parameter.ASPECT_RATIO, Parameter.DURATION, Parameter.RESOLUTION);
        if (references.any()) {
            honoured.add(Parameter.REFERENCE_IMAGE);
        }
        return new Capabilities(
                honoured,
                can.lenient(),
                ratios,
                durations,
                resolutions,
                List.of(),
                references,
                1,
                can.words(),
                can.maxSeed());
    }

    private static References references(Section s) {
        int max = s.get("max_reference_images", Form.integer(0, 3));
        boolean firstFrame = Boolean.TRUE.equals(s.find("first_frame", Form.truth()));
        return s.section(
                "reference_images_only",
                only -> new References(
                        max,
                        only.list("aspect_ratios", Forms.RATIO),
                        durations(only.list("durations", Forms.LENGTHS)),
                        firstFrame));
    }

    private static Durations durations(List<Durations> parts) {
        return new Durations(parts.stream().flatMap(d -> d.seconds().stream()).toList());
    }

    private static Set<Parameter> with(Capabilities can, Parameter... more) {
        Set<Parameter> honoured = EnumSet.noneOf(Parameter.class);
        honoured.addAll(can.honoured());
        honoured.addAll(List.of(more));
        return honoured;
    }
}
