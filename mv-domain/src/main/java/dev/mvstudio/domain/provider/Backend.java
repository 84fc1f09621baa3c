package dev.mvstudio.domain.provider;

import java.util.regex.Pattern;

/** The name of a configured generator such as {@code preview} or {@code replicate}: lower-case letters, digits, hyphens. */
public record Backend(String name) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public Backend {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a backend's name is lower-case letters, digits and hyphens: " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
