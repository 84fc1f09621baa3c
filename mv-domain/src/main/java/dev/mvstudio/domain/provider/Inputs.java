package dev.mvstudio.domain.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a model calls the things that it is given, for providers whose models differ in that. Data from the configuration.
 *
 * <p>Fields are {@code prompt}, {@code reference_images}, {@code first_frame} and the {@linkplain Parameter#word() words of
 * the parameters}.
 *
 * @param names the model's name of a field where it is another one than the field's own; {@link #NONE} where the model
 *     has no such input
 * @param words the model's words for values of a field where they are others than ours
 * @param constants what it is always given, in the order in which it is sent; values are strings, numbers, booleans
 */
public record Inputs(Map<String, String> names, Map<String, Map<String, Object>> words, Map<String, Object> constants) {
    /** The name of an input that a model has not. */
    public static final String NONE = "none";

    /** Those of a model that calls everything as we do. */
    public static final Inputs OWN = new Inputs(Map.of(), Map.of(), Map.of());

    public Inputs {
        names = Map.copyOf(names);
        words = Map.copyOf(words);
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    }

    /** The model's name of a field; empty when it has no such input. */
    public Optional<String> name(String field) {
        return Optional.of(names.getOrDefault(field, field)).filter(name -> !name.equals(NONE));
    }

    /** The model's word for a value of a field. */
    public Object word(String field, Object value) {
        return words.getOrDefault(field, Map.of()).getOrDefault(value.toString(), value);
    }
}
