package dev.mvstudio.config;

import dev.mvstudio.config.source.Form;
import dev.mvstudio.config.source.Section;
import dev.mvstudio.domain.provider.Capabilities;
import dev.mvstudio.domain.provider.Inputs;
import dev.mvstudio.domain.provider.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a model of {@code backends.yaml} calls the things that it is given. */
final class InputsYaml {
    private static final Form<String> NAME = Form.of(
            "the model's name of an input, or none where it has no such input",
            Inputs.NONE,
            name -> Optional.of(name).filter(n -> n.matches("[A-Za-z_][A-Za-z0-9_-]{0,99}")));

    private InputsYaml() {}

    static Inputs read(Capabilities can, Section s) {
        Inputs inputs = new Inputs(
                s.section("inputs", i -> names(can, i)),
                s.section("words", w -> words(can, w)),
                s.section("constants", InputsYaml::constants));
        inputs.constants().keySet().forEach(name -> {
            if (inputs.names().containsValue(name)) {
                s.fault("constants", name + " is an input that a request fills");
            }
        });
        return inputs;
    }

    private static Map<String, String> names(Capabilities can, Section s) {
        Map<String, String> names = new LinkedHashMap<>();
        fields().forEach(field -> {
            String name = s.find(field, NAME);
            if (name != null) {
                names.put(field, name);
            }
            if (Inputs.NONE.equals(name) && !canDoWithout(can, field)) {
                s.fault(
                        field,
                        "none is only for what the model always does in the same way: list just one value for it");
            }
        });
        return names;
    }

    private static boolean canDoWithout(Capabilities can, String field) {
        return !field.equals("prompt") && values(can, field).size() <= 1;
    }

    private static Stream<String> fields() {
        return Stream.concat(
                Stream.of("prompt", "reference_images", "first_frame"),
                Arrays.stream(Parameter.values())
                        .filter(p -> p != Parameter.REFERENCE_IMAGE)
                        .map(Parameter::word));
    }

    /** Those that a field can have, as they are written in requests. */
    private static List<String> values(Capabilities can, String field) {
        return Arrays.stream(Parameter.values())
                .filter(p -> p.word().equals(field))
                .map(p -> values(can, p))
                .flatMap(Collection::stream)
                .map(String::valueOf)
                .toList();
    }

    private static List<?> values(Capabilities can, Parameter parameter) {
        return switch (parameter) {
            case ASPECT_RATIO -> can.aspectRatios();
            case DURATION -> can.durations().seconds();
            case RESOLUTION -> can.resolutions();
            case OUTPUT_FORMAT ->
                can.imageFormats().stream().map(format -> format.word()).toList();
            case GENERATE_AUDIO -> List.of(true, false);
            case SAFETY_FILTER_LEVEL, PERSON_GENERATION -> can.words().getOrDefault(parameter, List.of());
            case SEED, NEGATIVE_PROMPT, REFERENCE_IMAGE, LAST_FRAME, NUM_IMAGES, SAMPLER, STEPS, CFG_SCALE -> List.of();
        };
    }

    private static Map<String, Map<String, Object>> words(Capabilities can, Section s) {
        Map<String, Map<String, Object>> words = new LinkedHashMap<>();
        for (Parameter parameter : Parameter.values()) {
            List<String> known = values(can, parameter.word());
            if (!known.isEmpty() && s.has(parameter.word())) {
                words.put(parameter.word(), s.section(parameter.word(), w -> words(known, w)));
            }
        }
        return words;
    }

    private static Map<String, Object> words(List<String> known, Section s) {
        Map<String, Object> words = new LinkedHashMap<>();
        for (String value : s.keys()) {
            words.put(value, s.get(value, Form.literal()));
            if (!known.contains(value)) {
                s.fault(value, "is none of the values " + String.join(", ", known));
            }
        }
        return words;
    }

    private static Map<String, Object> constants(Section s) {
        Map<String, Object> constants = new LinkedHashMap<>();
        s.keys().forEach(name -> constants.put(name, s.get(name, Form.literal())));
        return constants;
    }
}
