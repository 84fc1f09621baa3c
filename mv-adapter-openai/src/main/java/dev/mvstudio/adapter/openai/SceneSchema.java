package dev.mvstudio.adapter.openai;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON schema of an answer. It keeps to what all servers know of JSON Schema (each member required, none besides, no
 * limits of counts and lengths), because some refuse a request that has more; the rest is in the prompt, and checked.
 */
final class SceneSchema {
    static final String SCENES = "scenes";
    static final String DESCRIPTION = "description";
    static final String NEGATIVE_DESCRIPTION = "negative_description";

    static final Map<String, Object> MEMBER = ordered(
            "type",
            "json_schema",
            "json_schema",
            ordered("name", SCENES, "strict", true, "schema", object(SCENES, array(scene()))));

    private SceneSchema() {}

    private static Map<String, Object> scene() {
        return object(
                DESCRIPTION,
                text("What the clip shows."),
                NEGATIVE_DESCRIPTION,
                text("What must not appear in the clip, separated by commas."));
    }

    private static Map<String, Object> text(String description) {
        return ordered("type", "string", "description", description);
    }

    private static Map<String, Object> array(Map<String, Object> items) {
        return ordered("type", "array", "items", items);
    }

    private static Map<String, Object> object(Object... namesAndSchemas) {
        Map<String, Object> properties = ordered(namesAndSchemas);
        return ordered(
                "type",
                "object",
                "properties",
                properties,
                "required",
                List.copyOf(properties.keySet()),
                "additionalProperties",
                false);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }
}
