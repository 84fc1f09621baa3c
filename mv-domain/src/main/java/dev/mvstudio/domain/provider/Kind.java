package dev.mvstudio.domain.provider;

import java.util.Locale;

/** What can be generated. */
public enum Kind {
    SCENES,
    IMAGE,
    VIDEO;

    /** The name used in configuration and JSON: {@code scenes}, {@code image}, {@code video}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
