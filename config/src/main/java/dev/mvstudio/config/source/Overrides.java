package dev.mvstudio.config.source;

import java.util.Locale;
import java.util.Optional;

/** The one rule by which variables override values: a prefix, then the keys in capitals, joined by underscores. */
record Overrides(Variables variables, String prefix) {
    Optional<Scalar> find(String key) {
        return variables.find(name(key));
    }

    Overrides child(String key) {
        return new Overrides(variables, name(key) + "_");
    }

    private String name(String key) {
        return prefix + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
