package dev.mvstudio.web.request;

import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.job.JobOrder.Idempotency;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.exceptions.HttpStatusException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request that orders something.
 *
 * @param http the request as it came
 * @param fields its body
 * @param dryRun whether it is only a rehearsal
 * @param includeBase64 whether the answer may carry pictures
 * @param preference how the caller wants to be answered
 * @param idempotency what makes the same order recognizable; null when the caller gave no key
 */
public record JsonRequest(
        HttpRequest<?> http,
        Fields fields,
        boolean dryRun,
        boolean includeBase64,
        Preference preference,
        @Nullable Idempotency idempotency) {
    private static final String DRY_RUN = "dry_run";
    private static final String INCLUDE_BASE64 = "include_base64";
    private static final String KEY = "Idempotency-Key";
    private static final Pattern USABLE_KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** Reads an order. Parameters of its address are checked as strictly as the body: each may cost money. */
    public static JsonRequest of(HttpRequest<?> request, byte[] json) {
        return of(request, json, Set.of(DRY_RUN), "");
    }

    /**
     * The same where the answer may carry pictures.
     *
     * @param format that of the pictures, where it is not in the body; empty for any
     */
    public static JsonRequest withPictures(HttpRequest<?> request, byte[] json, String format) {
        return of(request, json, Set.of(DRY_RUN, INCLUDE_BASE64), format);
    }

    private static JsonRequest of(HttpRequest<?> request, byte[] json, Set<String> known, String variant) {
        requireJson(request);
        Violations violations = new Violations();
        Query query = new Query(request, known, violations);
        boolean dryRun = query.flag(DRY_RUN, false);
        boolean includeBase64 = query.flag(INCLUDE_BASE64, true);
        Preference preference = Preference.of(request, violations);
        String key = key(request, violations);
        violations.check();
        Fields fields = Fields.of(json);
        Idempotency idempotency =
                key == null ? null : new Idempotency(key, fields.fingerprint(request.getPath(), variant));
        return new JsonRequest(request, fields, dryRun, includeBase64, preference, idempotency);
    }

    private static @Nullable String key(HttpRequest<?> request, Violations violations) {
        List<String> keys = request.getHeaders().getAll(KEY);
        if (keys.isEmpty()) {
            return null;
        }
        String key = keys.get(0);
        if (keys.size() > 1 || !USABLE_KEY.matcher(key).matches()) {
            violations.add(KEY, "must be 1 to 255 visible ASCII characters, and stand only once", key);
        }
        return key;
    }

    static void requireJson(HttpRequest<?> request) {
        MediaType type = request.getContentType().orElse(null);
        boolean json = type != null
                && type.getName().equalsIgnoreCase(MediaType.APPLICATION_JSON)
                && type.getCharset().map(StandardCharsets.UTF_8::equals).orElse(true);
        if (!json || request.getHeaders().contains("Content-Encoding")) {
            throw new HttpStatusException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json in UTF-8, not compressed");
        }
    }
}
