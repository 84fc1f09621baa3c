package dev.mvstudio.application.request;

import dev.mvstudio.application.request.InvalidRequestException.Code;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one request. Not for use by several threads. */
public final class Violations {
    private static final int SHOWN = 100;

    private final List<Violation> found = new ArrayList<>();
    private @Nullable Code code;

    public void add(String field, String message, @Nullable Object rejected) {
        add(Code.VALIDATION_ERROR, field, message, rejected);
    }

    /** Faults of several classes together are {@link Code#VALIDATION_ERROR}. */
    public void add(Code code, String field, String message, @Nullable Object rejected) {
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

    public void requireRange(String field, @Nullable Long value, long least, long most) {
        if (value != null && (value < least || value > most)) {
            add(field, "must be " + least + " to " + most, value);
        }
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

    private static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
