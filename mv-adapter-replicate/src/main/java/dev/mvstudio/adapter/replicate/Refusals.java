package dev.mvstudio.adapter.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what an answer that is no success means. */
final class Refusals {
    private final Backend backend;
    private final String credential;

    /** @param credential the variable that holds the credential, for messages */
    Refusals(Backend backend, String credential) {
        this.backend = backend;
        this.credential = credential;
    }

    ProviderException exception(ErrorCode code, String details, @Nullable Throwable cause) {
        return new ProviderException(ProviderError.of(code, backend, details), cause);
    }

    ProviderException invalid(String details) {
        return exception(ErrorCode.INVALID_PROVIDER_REQUEST, details, null);
    }

    /** Replicate wants us to wait, or would. */
    ProviderException tooFast(String details, Duration wait) {
        return new ProviderException(new ProviderError(ErrorCode.RATE_LIMIT_EXCEEDED, backend, details, wait));
    }

    /**
     * What an answer means.
     *
     * @param body what it says; missing when it is no JSON
     * @param wait how long it asks to wait, where it does
     */
    ProviderException of(Call call, int status, JsonNode body, Duration wait) {
        String said = Quotes.of(body);
        return switch (status) {
            case 401, 403 ->
                exception(
                        ErrorCode.AUTHENTICATION_ERROR,
                        "Replicate does not accept the credential in " + credential + " for " + call.doing()
                                + Quotes.after(": ", said),
                        null);
            case 402 ->
                exception(
                        ErrorCode.INSUFFICIENT_CREDIT,
                        "the Replicate account has no credit left; once there is some again, it takes Replicate a few"
                                + " minutes to notice",
                        null);
            case 404 -> invalid(gone(call));
            case 413 -> invalid("Replicate refused " + call.doing() + ": too large");
            case 422 -> invalid(unprocessable(call, body, said));
            case 429 -> tooFast("Replicate asks to slow down" + Quotes.after(": ", said), wait);
            default -> other(call, status, said);
        };
    }

    private static String gone(Call call) {
        Order order = call.order();
        return order == null
                ? "Replicate does not know it: " + call.doing()
                : "Replicate has no model " + order.spec().model() + " (any more) for this account: change "
                        + order.setting();
    }

    private static String unprocessable(Call call, JsonNode body, String said) {
        Order order = call.order();
        if (order != null && body.path("title").asText().startsWith("Invalid version")) {
            return gone(call);
        }
        List<String> complaints = new ArrayList<>();
        for (JsonNode field : body.path("invalid_fields")) {
            complaints.add(complaint(field, order));
        }
        return "Replicate refused " + call.doing() + ": "
                + (complaints.isEmpty() ? said : Quotes.shortened(String.join("; ", complaints)));
    }

    /** By our name of the field: {@code input.image} is what the caller knows as a reference image. */
    private static String complaint(JsonNode field, @Nullable Order order) {
        String path = field.path("field").asText();
        String theirs = path.startsWith("input.") ? path.substring("input.".length()) : path;
        String ours = order == null ? theirs : Fields.ours(order.spec().inputs(), theirs);
        String description = Quotes.cleaned(field.path("description").asText());
        String rest = description.startsWith(theirs + " ") ? description.substring(theirs.length() + 1) : description;
        return ours.isEmpty() ? rest : ours + ": " + rest;
    }

    private ProviderException other(Call call, int status, String said) {
        String details = "Replicate answered " + status + " to " + call.doing() + Quotes.after(": ", said);
        if (status >= 500 || status == 408) {
            return exception(
                    call.isStart() ? ErrorCode.OUTCOME_UNKNOWN : ErrorCode.PROVIDER_UNAVAILABLE, details, null);
        }
        return exception(
                status >= 400 ? ErrorCode.INVALID_PROVIDER_REQUEST : ErrorCode.INVALID_PROVIDER_RESPONSE,
                details,
                null);
    }
}
