package dev.mvstudio.adapter.replicate;

import dev.mvstudio.domain.provider.Inputs;
import dev.mvstudio.domain.provider.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills the input of a model, by the model's own names and words. What is null, or the model has no input for, is left out. */
final class Fields {
    static final String PROMPT = "prompt";
    static final String REFERENCE_IMAGES = "reference_images";
    static final String FIRST_FRAME = "first_frame";

    private final Inputs inputs;
    private final Map<String, Object> filled = new LinkedHashMap<>();

    Fields(Inputs inputs) {
        this.inputs = inputs;
    }

    Fields put(String field, @Nullable Object value) {
        if (value != null) {
            inputs.name(field).ifPresent(name -> filled.put(name, inputs.word(field, value)));
        }
        return this;
    }

    /** With what the model is always given. */
    Map<String, Object> filled() {
        filled.putAll(inputs.constants());
        return filled;
    }

    /** The names by which a model takes pictures. */
    static Set<String> pictures(Inputs inputs) {
        return Stream.of(REFERENCE_IMAGES, FIRST_FRAME, Parameter.LAST_FRAME.word())
                .flatMap(field -> inputs.name(field).stream())
                .collect(Collectors.toSet());
    }

    /** What callers call an input of a model. */
    static String ours(Inputs inputs, String theirs) {
        String field = inputs.names().entrySet().stream()
                .filter(entry -> entry.getValue().equals(theirs))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(theirs);
        return field.equals(FIRST_FRAME) ? REFERENCE_IMAGES : field;
    }
}
