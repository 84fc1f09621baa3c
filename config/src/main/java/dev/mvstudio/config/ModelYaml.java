package dev.mvstudio.config;

import dev.mvstudio.config.source.Form;
import dev.mvstudio.config.source.Section;
import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Durations;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.asset.Resolution;
import dev.mvstudio.domain.provider.Capabilities;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.provider.References;
import java.util.EnumSet;
import java.util.List;
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

    private ModelYaml() {}

    static ModelSpec read(Kind kind, Section s) {
        Model model = s.get("model", Form.text().map(name -> new Model(name.isEmpty() ? "?" : name)));
        return new ModelSpec(model, capabilities(kind, s), s.get("price", Forms.PRICE));
    }

    private static Capabilities capabilities(Kind kind, Section s) {
        Set<Parameter> honoured = EnumSet.noneOf(Parameter.class);
        honoured.addAll(s.list("honours", Form.oneOf(Parameter.class, SAID_BY_LISTS)));
        Set<Parameter> lenient = Set.copyOf(s.list("lenient", Form.oneOf(Parameter.class)));
        return switch (kind) {
            case SCENES ->
                new Capabilities(
                        honoured, lenient, List.of(), Durations.NONE, List.of(), List.of(), References.NONE, 0);
            case IMAGE -> image(s, honoured, lenient);
            case VIDEO -> video(s, honoured, lenient);
        };
    }

    private static Capabilities image(Section s, Set<Parameter> honoured, Set<Parameter> lenient) {
        List<AspectRatio> ratios = s.full("aspect_ratios", Forms.RATIO);
        List<ImageFormat> formats = s.full("image_formats", Forms.IMAGE_FORMAT);
        int maxImages = s.get("max_images", Form.integer(1, 4));
        honoured.addAll(Set.of(Parameter.ASPECT_RATIO, Parameter.OUTPUT_FORMAT));
        if (maxImages > 1) {
            honoured.add(Parameter.NUM_IMAGES);
        }
        return new Capabilities(
                honoured, lenient, ratios, Durations.NONE, List.of(), formats, References.NONE, maxImages);
    }

    private static Capabilities video(Section s, Set<Parameter> honoured, Set<Parameter> lenient) {
        List<AspectRatio> ratios = s.full("aspect_ratios", Forms.RATIO);
        List<Resolution> resolutions = s.full("resolutions", Forms.RESOLUTION);
        Durations durations = new Durations(s.full("durations", Forms.LENGTHS).stream()
                .flatMap(d -> d.seconds().stream())
                .toList());
        int references = s.get("max_reference_images", Form.integer(0, 3));
        honoured.addAll(Set.of(Parameter.ASPECT_RATIO, Parameter.DURATION, Parameter.RESOLUTION));
        if (references > 0) {
            honoured.add(Parameter.REFERENCE_IMAGE);
        }
        return new Capabilities(
                honoured, lenient, ratios, durations, resolutions, List.of(), new References(references), 1);
    }
}
