package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.provider.Inputs;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills the parameters of a model, in the model's own words. What is null, or the model has no input for, is left out. */
final class Fields {
    private final ModelSpec spec;
    private final Map<String, Object> filled = new LinkedHashMap<>();

    Fields(ModelSpec spec) {
        this.spec = spec;
    }

    /** @param name Google's, used where the configuration has no other */
    Fields put(Parameter parameter, String name, @Nullable Object value) {
        if (value != null) {
            String called = spec.inputs().names().getOrDefault(parameter.word(), name);
            if (!called.equals(Inputs.NONE)) {
                filled.put(called, spec.inputs().word(parameter.word(), value));
            }
        }
        return this;
    }

    /** The same for what not all models honour. */
    Fields putHonoured(Parameter parameter, String name, @Nullable Object value) {
        return spec.capabilities().honours(parameter) ? put(parameter, name, value) : this;
    }

    /** With what the model is always given. */
    Map<String, Object> filled() {
        filled.putAll(spec.inputs().constants());
        return filled;
    }

    /** With what the model is always given, and what only in this mode: {@code image_to_video.personGeneration}. */
    Map<String, Object> filled(String mode) {
        spec.inputs().constants().forEach((name, value) -> {
            int dot = name.indexOf('.');
            if (dot < 0 || name.substring(0, dot).equals(mode)) {
                filled.put(name.substring(dot + 1), value);
            }
        });
        return filled;
    }
}
