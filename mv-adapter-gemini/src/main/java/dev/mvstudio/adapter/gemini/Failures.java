package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Status;
import java.util.regex.Pattern;

/** Says why a clip was not made. The codes of what was begun are those of gRPC, and not of HTTP. */
final class Failures {
    private static final Pattern FORBIDDEN = Pattern.compile(
            "usage guidelines|safety|sensitive|responsible ai|prohibited|violat", Pattern.CASE_INSENSITIVE);

    private final Refusals refusals;

    Failures(Refusals refusals) {
        this.refusals = refusals;
    }

    Status failed(ErrorCode code, String details) {
        return new Status.Failed(refusals.error(code, details));
    }

    Status filtered(String reason) {
        return failed(
                ErrorCode.CONTENT_POLICY_VIOLATION,
                reason.isBlank() ? "Google held back what the model made, and gives no reason" : Quotes.quoted(reason));
    }

    /** @param code gRPC's number */
    Status of(int code, String said) {
        ErrorCode meaning = switch (code) {
            case 1 -> ErrorCode.CANCELED;
            case 3, 5, 9, 11, 12 ->
                FORBIDDEN.matcher(said).find()
                        ? ErrorCode.CONTENT_POLICY_VIOLATION
                        : ErrorCode.INVALID_PROVIDER_REQUEST;
            case 4 -> ErrorCode.TIMEOUT;
            case 7, 16 -> ErrorCode.AUTHENTICATION_ERROR;
            case 8 -> ErrorCode.RATE_LIMIT_EXCEEDED;
            // Its own trouble: it makes no charge for that.
            case 10, 13, 14 -> ErrorCode.PROVIDER_UNAVAILABLE;
            default -> ErrorCode.UNKNOWN_ERROR;
        };
        if (meaning == ErrorCode.CANCELED) {
            return new Status.Canceled();
        }
        return failed(meaning, "Google made no clip (" + code + ")" + Quotes.said(said));
    }
}
