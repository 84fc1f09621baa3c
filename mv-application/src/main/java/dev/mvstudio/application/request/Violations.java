package dev.mvstudio.application.request;

import dev.mvstudio.application.request.InvalidRequestException.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one request. Not for use by several threads. */
public final class Violations {
    private static final int SHOWN = 100;

    private final List<Violation> found = new ArrayList<>();
    private @Nullable Code code;

    public void add(String field, String message, @Nullable Object rejected) {
        add(Code.VALIDATION_ERROR, field, message, rejected);
    }

    /**
     * Faults of several classes together are {@link Code#VALIDATION_ERROR}. What cannot be at all is not told again as
     * what the model cannot do.
     */
    public void add(Code code, String field, String message, @Nullable Object rejected) {
        if (code == Code.UNSUPPORTED_PARAMETER && has(field)) {
            return;
        }
        this.code = this.code == null || this.code == code ? code : Code.VALIDATION_ERROR;
        found.add(new Violation(field, message, rejected == null ? null : shorten(String.valueOf(rejected))));
    }

    /** Refuses a text that is missing, blank or too long. */
    public void requireText(String field, @Nullable String value, int maxLength) {
        if (value == null || value.isBlank()) {
            add(field, "is required and must not be blank", value);
        } else {
            limitText(field, value, maxLength);
        }
    }

    public void limitText(String field, @Nullable String value, int maxLength) {
        if (value != null && value.length() > maxLength) {
            add(field, "must have at most " + maxLength + " characters; it has " + value.length(), value);
        }
    }

    public void requireRange(String field, @Nullable Number value, long least, long most) {
        if (value != null && (value.longValue() < least || value.longValue() > most)) {
            add(field, "must be " + least + " to " + most, value);
        }
    }

    /** Reads a value that was given; null, and a violation where it was given, when it cannot be read. */
    public <T> @Nullable T parse(
            String field, @Nullable String value, Function<String, Optional<T>> parser, String expected) {
        if (value == null) {
            return null;
        }
        T parsed = parser.apply(value).orElse(null);
        if (parsed == null) {
            add(field, expected, value);
        }
        return parsed;
    }

    private boolean has(String field) {
        return found.stream().anyMatch(v -> v.field().equals(field));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Violation> found() {
        return List.copyOf(found);
    }

    /** Throws when anything was found. */
    public void check() {
        if (code != null) {
            throw new InvalidRequestException(code, found);
        }
    }

    /** What was found, as an exception; something must have been found. */
    public InvalidRequestException toException() {
        return new InvalidRequestException(code == null ? Code.VALIDATION_ERROR : code, found);
    }

    private static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
