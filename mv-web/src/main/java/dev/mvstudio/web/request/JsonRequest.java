package dev.mvstudio.web.request;

import dev.mvstudio.application.request.Violations;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.exceptions.HttpStatusException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A request that orders something: its body, and whether it is only a rehearsal. */
public record JsonRequest(Fields fields, boolean dryRun, boolean includeBase64) {
    private static final String DRY_RUN = "dry_run";
    private static final String INCLUDE_BASE64 = "include_base64";

    /** Reads an order. Parameters of its address are checked as strictly as the body: each may cost money. */
    public static JsonRequest of(HttpRequest<?> request, byte[] json) {
        return of(request, json, Set.of(DRY_RUN));
    }

    /** The same where the answer may carry pictures. */
    public static JsonRequest withPictures(HttpRequest<?> request, byte[] json) {
        return of(request, json, Set.of(DRY_RUN, INCLUDE_BASE64));
    }

    private static JsonRequest of(HttpRequest<?> request, byte[] json, Set<String> known) {
        requireJson(request);
        Violations violations = new Violations();
        for (String name : request.getParameters().names()) {
            if (!known.contains(name)) {
                violations.add(
                        name,
                        "is no parameter of this route; there are "
                                + String.join(", ", known.stream().sorted().toList()),
                        null);
            }
        }
        boolean dryRun = flag(request, DRY_RUN, false, violations);
        boolean includeBase64 = flag(request, INCLUDE_BASE64, true, violations);
        violations.check();
        return new JsonRequest(Fields.of(json), dryRun, includeBase64);
    }

    private static boolean flag(HttpRequest<?> request, String name, boolean fallback, Violations violations) {
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

    private static void requireJson(HttpRequest<?> request) {
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
