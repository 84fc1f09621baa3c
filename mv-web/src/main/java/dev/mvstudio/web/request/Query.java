package dev.mvstudio.web.request;

import dev.mvstudio.application.request.Violations;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of a request's address, read strictly: unknown ones are faults. */
public final class Query {
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

    private final HttpRequest<?> request;
    private final Violations violations;

    /**
     * Checks the names.
     *
     * @param known the parameters of the route
     * @param violations where faults go
     */
    public Query(HttpRequest<?> request, Set<String> known, Violations violations) {
        this.request = request;
        this.violations = violations;
        for (String name : request.getParameters().names()) {
            if (!known.contains(name)) {
                violations.add(
                        name,
                        "is no parameter of this route; there are "
                                + String.join(", ", known.stream().sorted().toList()),
                        null);
            }
        }
    }

    /** A parameter that may be given once; null when it is not. */
    public @Nullable String text(String name) {
        List<String> values = request.getParameters().getAll(name);
        if (values.size() > 1) {
            violations.add(name, "must stand only once", String.join(", ", values));
        }
        return values.isEmpty() ? null : values.get(0);
    }

    public boolean flag(String name, boolean fallback) {
        List<String> values = request.getParameters().getAll(name);
        if (values.isEmpty()) {
            return fallback;
        }
        String value = values.get(0);
        if (values.size() > 1 || !(value.equals("true") || value.equals("false"))) {
            violations.add(name, "must be true or false", value);
        }
        return value.equals("true");
    }

    /** A whole number in a range. */
    public long whole(String name, long fallback, long least, long most) {
        String value = text(name);
        return value == null ? fallback : whole(name, value, least, most, violations);
    }

    /** The same of any text; the least number when it cannot be read. */
    public static long whole(String name, String value, long least, long most, Violations violations) {
        long number = WHOLE.matcher(value).matches() ? Long.parseLong(value) : -1;
        if (number >= least && number <= most) {
            return number;
        }
        violations.add(name, "must be a whole number from " + least + " to " + most, value);
        return least;
    }
}
