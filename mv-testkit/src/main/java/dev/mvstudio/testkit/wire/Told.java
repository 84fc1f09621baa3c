package dev.mvstudio.testkit.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what a running fake is told by HTTP. All complain in an {@link IllegalArgumentException}. */
public final class Told {
    private Told() {}

    /** @throws IOException when it is no JSON at all */
    public static ObjectNode object(String body) throws IOException {
        if (Json.read(body) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("not a JSON object: " + body);
    }

    /** The one of this name. */
    public static <T> T choose(Map<String, T> all, String name) {
        T found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no " + name + ", but " + names(all.keySet()));
        }
        return found;
    }

    /** The constant of this name, in lower case or not. */
    public static <E extends Enum<E>> E constant(Class<E> type, JsonNode name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(name.asText()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no " + name.asText() + ", but " + names(List.of(type.getEnumConstants()))));
    }

    /** Their names in lower case, sorted, with bars in between. */
    public static String names(Iterable<?> all) {
        List<String> names = new ArrayList<>();
        all.forEach(one -> names.add(one.toString().toLowerCase(Locale.ROOT)));
        names.sort(null);
        return String.join(" | ", names);
    }

    /** Lets it happen once, or {@code times}, or to a {@code share} of all. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <T, C> void add(Odds<T, C> odds, T what, ObjectNode told, C... where) {
        if (told.has("share")) {
            odds.sometimes(told.get("share").asDouble(), what, where);
        } else {
            odds.times(told.path("times").asInt(1), what, where);
        }
    }
}
