package dev.mvstudio.web.request;

import dev.mvstudio.application.provider.ConfigurationException;
import dev.mvstudio.application.request.InvalidRequestException;
import dev.mvstudio.application.request.Violations;
import io.micronaut.http.HttpRequest;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * The members of a request's body, read one by one. A member of the wrong type counts as absent and as a fault; what was
 * never asked for is unknown and a fault as well. Ask {@link #check} before using anything.
 */
public final class Fields {
    private static final int CLOSE = 3;
    private static final int SHOWN = 100;

    private final Map<String, @Nullable Object> members;
    private final Set<String> known = new LinkedHashSet<>();
    private final Violations faults = new Violations();

    Fields(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /**
     * Reads a body.
     *
     * @throws MalformedJsonException when it is not a JSON object
     */
    static Fields of(byte[] json) {
        return new Fields(JsonTree.object(json));
    }

    /**
     * Reads the body of a request that orders nothing.
     *
     * @throws MalformedJsonException when it is not a JSON object
     */
    public static Fields of(HttpRequest<?> request, byte[] json) {
        JsonRequest.requireJson(request);
        return of(json);
    }

    String fingerprint(String route, String variant) {
        return Fingerprint.of(route, variant, members);
    }

    private @Nullable Object get(String name) {
        known.add(name);
        return members.get(name);
    }

    private void fault(String name, String expected, Object value) {
        faults.add(
                name,
                expected + ", not " + JsonType.of(value),
                value instanceof Map || value instanceof List ? null : value);
    }

    public @Nullable String text(String name) {
        Object value = get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        fault(name, "must be a string", value);
        return null;
    }

    public @Nullable Boolean flag(String name) {
        Object value = get(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        fault(name, "must be true or false", value);
        return null;
    }

    /** A whole number without fraction or exponent: {@code 8.0} is refused. */
    public @Nullable Long whole(String name) {
        Object value = get(name);
        if (value instanceof BigInteger number) {
            if (number.bitLength() < Long.SIZE) {
                return number.longValue();
            }
            faults.add(name, "must fit into 64 bits", number);
        } else if (value != null) {
            fault(name, "must be a whole number", value);
        }
        return null;
    }

    /** A whole number of 32 bits. */
    public @Nullable Integer integer(String name) {
        Long value = whole(name);
        if (value == null || value.intValue() == value) {
            return value == null ? null : Integer.valueOf(value.intValue());
        }
        faults.add(name, "must fit into 32 bits", value);
        return null;
    }

    public @Nullable Double number(String name) {
        Object value = get(name);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value != null) {
            fault(name, "must be a number", value);
        }
        return null;
    }

    public @Nullable List<String> texts(String name) {
        Object value = get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> items)) {
            fault(name, "must be an array of strings", value);
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof String text) {
                texts.add(text);
            } else {
                faults.add(name + "[" + i + "]", "must be a string", items.get(i));
            }
        }
        return texts;
    }

    /** An object; what is wrong with a member of it is told under its full name. */
    public <T> @Nullable T object(String name, Function<Fields, T> reader) {
        Object value = get(name);
        if (value instanceof Map<?, ?> object) {
            return read(name, object, reader);
        }
        if (value != null) {
            fault(name, "must be an object", value);
        }
        return null;
    }

    /** What has two names: the value under the one that was used. Both are a fault. */
    public <T> @Nullable T either(String name, @Nullable T value, String other, @Nullable T same) {
        if (value != null && same != null) {
            faults.add(other, "is the same as " + name + "; give one of them", null);
        }
        return value == null ? same : value;
    }

    private <T> T read(String place, Map<?, ?> object, Function<Fields, T> reader) {
        Map<String, @Nullable Object> inner = new LinkedHashMap<>();
        object.forEach((key, member) -> inner.put(String.valueOf(key), member));
        Fields fields = new Fields(inner);
        T read = reader.apply(fields);
        fields.findUnknown();
        fields.faults.found().forEach(v -> faults.add(place + "." + v.field(), v.message(), v.rejected()));
        return read;
    }

    /** Objects, one after the other; what is wrong with a member of one is told under its full name. */
    public <T> @Nullable List<T> objects(String name, Function<Fields, T> reader) {
        Object value = get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> items)) {
            fault(name, "must be an array of objects", value);
            return null;
        }
        List<T> read = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String place = name + "[" + i + "]";
            if (items.get(i) instanceof Map<?, ?> object) {
                read.add(read(place, object, reader));
            } else {
                faults.add(place, "must be an object", null);
            }
        }
        return read;
    }

    private void findUnknown() {
        members.keySet().stream().filter(name -> !known.contains(name)).forEach(this::unknown);
    }

    /**
     * Refuses the request when anything was wrong with it.
     *
     * @param furtherChecks run only when something was: adds what the use case has against the rest of the request, so
     *     that the caller hears of everything at once
     */
    public void check(Runnable furtherChecks) {
        findUnknown();
        if (faults.isEmpty()) {
            return;
        }
        try {
            furtherChecks.run();
        } catch (InvalidRequestException e) {
            Set<String> named =
                    faults.found().stream().map(v -> member(v.field())).collect(Collectors.toSet());
            e.violations().stream()
                    .filter(v -> !named.contains(member(v.field())))
                    .forEach(v -> faults.add(v.field(), v.message(), v.rejected()));
        } catch (ConfigurationException e) {
            // Comes up again once the request is right.
        }
        faults.check();
    }

    /** {@code video_ids[1]} is a part of {@code video_ids}, {@code film.fit} one of {@code film}. */
    private static String member(String field) {
        return field.split("[.\\[]", 2)[0];
    }

    private void unknown(String name) {
        String shown = name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
        faults.add(shown, "is not known here" + guess(name), members.get(name) instanceof String text ? text : null);
    }

    /** The member that was probably meant. */
    private String guess(String name) {
        LevenshteinDistance distance = new LevenshteinDistance(CLOSE);
        return known.stream()
                .filter(k -> distance.apply(name, k) >= 0)
                .min(Comparator.comparingInt(k -> distance.apply(name, k)))
                .map(k -> "; did you mean " + k + "?")
                .orElse("");
    }
}
