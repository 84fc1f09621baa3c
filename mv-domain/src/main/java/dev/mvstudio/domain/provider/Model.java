package dev.mvstudio.domain.provider;

/** A model's name as its provider spells it, such as {@code google/veo-3.1}. */
public record Model(String name) {
    public Model {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a model needs a name");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
