package dev.mvstudio.cli.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object in the order in which they were added. Not for use by several threads. */
public final class JsonObject {
    private final Map<String, Object> members = new LinkedHashMap<>();

    /** Adds a member, unless there is no value. */
    public JsonObject with(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    public JsonObject withAll(JsonObject others) {
        members.putAll(others.members);
        return this;
    }

    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }
}
