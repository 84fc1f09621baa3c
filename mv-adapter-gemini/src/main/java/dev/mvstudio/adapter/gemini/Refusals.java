package dev.mvstudio.adapter.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.wire.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says what Google's refusals mean, by status and by the words that are made for programs. What it says for people is
 * quoted, but not where keys are concerned.
 */
final class Refusals {
    /** When it asks to slow down and does not say for how long. */
    private static final Duration USUAL_WAIT = Duration.ofSeconds(10);

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final GeminiConfiguration configuration;

    Refusals(GeminiConfiguration configuration) {
        this.configuration = configuration;
    }

    ProviderError error(ErrorCode code, String details) {
        return ProviderError.of(code, configuration.backend(), details);
    }

    ProviderException exception(ErrorCode code, String details) {
        return new ProviderException(error(code, details));
    }

    ProviderException exception(ErrorCode code, String details, @Nullable Throwable cause) {
        return new ProviderException(error(code, details), cause);
    }

    ProviderException invalid(String details) {
        return exception(ErrorCode.INVALID_PROVIDER_REQUEST, details);
    }

    /**
     * Reads a refusal.
     *
     * @param body an object or, as was seen, an array with one; missing when it is no JSON
     */
    ProviderException of(Call call, int status, JsonNode body) {
        JsonNode error = (body.isArray() ? body.path(0) : body).path("error");
        String said = Json.text(error, "message");
        if (status == 401 || isAboutKey(error)) {
            return denied(status, "");
        }
        return switch (status) {
            case 400 -> badRequest(call, error, said);
            case 402 ->
                exception(
                        ErrorCode.INSUFFICIENT_CREDIT,
                        "the credit of the account of the key in " + configuration.keyName() + " is used up");
            case 403 -> denied(status, Quotes.said(said));
            case 404 -> invalid(gone(call, said));
            case 429 -> slowDown(said, wait(error));
            default -> other(call, status, said);
        };
    }

    /** Status 400 is also for keys that are none. */
    private static boolean isAboutKey(JsonNode error) {
        for (JsonNode detail : error.path("details")) {
            if (Json.text(detail, "reason").startsWith("API_KEY_")) {
                return true;
            }
        }
        return false;
    }

    private ProviderException denied(int status, String said) {
        return exception(
                ErrorCode.AUTHENTICATION_ERROR,
                "Google does not accept the key in " + configuration.keyName() + " (" + status + ")" + said);
    }

    /** A failed precondition is about the account and not about the request: no billing, or a region without it. */
    private ProviderException badRequest(Call call, JsonNode error, String said) {
        if (Json.text(error, "status").equals("FAILED_PRECONDITION") && said.contains("bill")) {
            return exception(
                    ErrorCode.INSUFFICIENT_CREDIT,
                    "Google wants billing to be set up for the project of the key in " + configuration.keyName()
                            + ", or does not serve its region without");
        }
        return invalid("Google refused " + call.doing() + Quotes.said(said));
    }

    private static String gone(Call call, String said) {
        Call.Asked model = call.model();
        return model == null
                ? "Google does not know it: " + call.doing()
                : "Google has no model " + model.model() + " (any more) for this key: change model below "
                        + model.kind().word() + " of gemini in backends.yaml" + Quotes.said(said);
    }

    private ProviderException slowDown(String said, Duration wait) {
        return new ProviderException(new ProviderError(
                ErrorCode.RATE_LIMIT_EXCEEDED,
                configuration.backend(),
                "Google asks to slow down" + Quotes.said(said),
                wait));
    }

    /** It is in the body and nowhere else, in seconds that may be fractions: {@code 34.4s}. */
    private static Duration wait(JsonNode error) {
        for (JsonNode detail : error.path("details")) {
            String delay = Json.text(detail, "retryDelay");
            if (delay.matches("[0-9]{1,9}(\\.[0-9]{1,9})?s")) {
                BigDecimal millis = new BigDecimal(delay.substring(0, delay.length() - 1))
                        .movePointRight(3)
                        .setScale(0, RoundingMode.CEILING);
                Duration wait = Duration.ofMillis(millis.longValueExact());
                return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
            }
        }
        return USUAL_WAIT;
    }

    private ProviderException other(Call call, int status, String said) {
        String details = "Google answered " + status + " to " + call.doing() + Quotes.said(said);
        if (status >= 500 || status == 408 || status == 409 || status == 499) {
            boolean mayHaveBegun = call.stake() == Call.Stake.ORDER && status != 503;
            return exception(mayHaveBegun ? ErrorCode.OUTCOME_UNKNOWN : ErrorCode.PROVIDER_UNAVAILABLE, details);
        }
        return status >= 400
                ? invalid(details)
                : exception(
                        ErrorCode.INVALID_PROVIDER_RESPONSE,
                        details + "; is base_url of " + configuration.backend() + " right?");
    }
}
