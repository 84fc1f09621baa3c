package dev.mvstudio.adapter.firebase;

import dev.mvstudio.domain.asset.AssetId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what anybody may have written; all throw IllegalArgumentException when it is something else. */
final class Fields {
    private Fields() {}

    static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("a mapping is missing");
    }

    static @Nullable Number number(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null || value instanceof Number) {
            return (Number) value;
        }
        throw new IllegalArgumentException(key + " is no number");
    }

    static @Nullable String maybe(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? null : text(value, key);
    }

    static String text(@Nullable Object value, String key) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(key + " is no text");
    }

    /** Names what is in maps by its path, so that writing it leaves what else is in them. */
    static Map<String, Object> paths(Map<String, ?> fields) {
        Map<String, Object> paths = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                inner.forEach((key, within) -> paths.put(name + "." + key, within));
            } else {
                paths.put(name, value);
            }
        });
        return paths;
    }

    static AssetId assetId(String text, String key) {
        return AssetId.parse(text).orElseThrow(() -> new IllegalArgumentException(key + " is no id"));
    }
}
