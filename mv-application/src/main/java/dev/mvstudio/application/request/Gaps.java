package dev.mvstudio.application.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills what a caller left open and remembers what it filled. Not for use by several threads. */
public final class Gaps {
    private final Map<String, Object> filled = new LinkedHashMap<>();

    public <T> T fill(String field, @Nullable T said, T fallback) {
        if (said != null) {
            return said;
        }
        filled.put(field, fallback);
        return fallback;
    }

    /** The same for a default that may be absent. */
    public <T> @Nullable T fillOptional(String field, @Nullable T said, @Nullable T fallback) {
        return said == null && fallback != null ? fill(field, null, fallback) : said;
    }

    /** Which defaults were applied, by field, in the order of filling. */
    public Map<String, Object> filled() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(filled));
    }
}
