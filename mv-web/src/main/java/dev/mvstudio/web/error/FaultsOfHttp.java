package dev.mvstudio.web.error;

import io.micronaut.http.HttpStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Faults that are found before a route is reached. */
final class FaultsOfHttp {
    private FaultsOfHttp() {}

    /**
     * Names a fault.
     *
     * @param said what the HTTP layer has to say about it
     * @param limit how many bytes the request may have
     */
    static Fault of(HttpStatus status, @Nullable String said, long limit) {
        String message = said == null || said.isBlank() ? status.getReason() : said;
        return switch (status) {
            case BAD_REQUEST -> Fault.plain(status, "ValidationError", "VALIDATION_ERROR", message, null);
            case NOT_FOUND ->
                Fault.plain(status, "NotFound", "NOT_FOUND", "There is nothing here", "See /docs for the routes");
            case REQUEST_ENTITY_TOO_LARGE ->
                Fault.plain(
                        status,
                        "PayloadTooLarge",
                        "PAYLOAD_TOO_LARGE",
                        "The body is too large",
                        "The limit is " + limit + " bytes; pictures and soundtracks may go to POST /api/mv/assets");
            default -> Fault.plain(status, camel(status), status.name(), message, null);
        };
    }

    /** {@code METHOD_NOT_ALLOWED} as {@code MethodNotAllowed}. */
    private static String camel(HttpStatus status) {
        StringBuilder name = new StringBuilder();
        for (String word : status.name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
