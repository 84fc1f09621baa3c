package dev.mvstudio.web.delivery;

import io.micronaut.http.HttpHeaders;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller already has, by RFC 9110, section 13.
 *
 * @param tag the file's strong entity tag, in its quotes
 * @param modified when it was last changed, whole seconds
 */
record Conditions(String tag, Instant modified) {
    /** Whether the caller has the current file. */
    boolean isKnown(HttpHeaders headers) {
        String tags = headers.get(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            return Arrays.stream(tags.split(",")).map(String::strip).anyMatch(this::matchesWeakly);
        }
        return Optional.ofNullable(headers.get(HttpHeaders.IF_MODIFIED_SINCE))
                .flatMap(HttpDates::parse)
                .filter(since -> !modified.isAfter(since))
                .isPresent();
    }

    private boolean matchesWeakly(String candidate) {
        return candidate.equals("*") || (candidate.startsWith("W/") ? candidate.substring(2) : candidate).equals(tag);
    }

    /** Whether a range may be answered with a part: the caller's part must be of the same file. */
    boolean allowPart(@Nullable String ifRange) {
        if (ifRange == null) {
            return true;
        }
        String validator = ifRange.strip();
        if (validator.startsWith("\"") || validator.startsWith("W/")) {
            return validator.equals(tag);
        }
        return HttpDates.parse(validator).filter(modified::equals).isPresent();
    }
}
