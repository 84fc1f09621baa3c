package dev.mvstudio.adapter.firebase;

import com.google.auth.Retryable;
import com.google.cloud.BaseServiceException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks Google's storage, and tells a refusal from what may pass. */
record Failures(FirebaseConfiguration configuration, Reach reach) {
    private static final int LONGEST_QUOTE = 200;

    /**
     * Asks Google something.
     *
     * @throws UnreachableException when it may work later
     * @throws RefusedException when it will not
     * @throws BaseServiceException with 412 when a condition did not hold
     */
    <T> T asking(String what, Supplier<T> question) {
        return reach.asking(what, () -> ask(what, question));
    }

    private <T> T ask(String what, Supplier<T> question) {
        try {
            return question.get();
        } catch (BaseServiceException e) {
            if (e.getCode() == 412) {
                throw e;
            }
            throw isRefusal(e)
                    ? new RefusedException(refusal(what, e), e)
                    : new UnreachableException(what + ": Google's storage cannot be reached (" + reason(e) + ")", e);
        }
    }

    /** Whether it would be refused again. */
    static boolean isRefusal(BaseServiceException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Retryable credentials) {
                return !credentials.isRetryable();
            }
        }
        int code = e.getCode();
        return code >= 400 && code < 500 && code != 408 && code != 429;
    }

    private String refusal(String what, BaseServiceException e) {
        return what + ": "
                + switch (e.getCode()) {
                    case 404 ->
                        "there is no bucket " + configuration.bucket()
                                + "; set firebase_bucket (MV_FIREBASE_BUCKET) to the one of the project, as the console shows it";
                    case 403 ->
                        "the service account may not do this in bucket " + configuration.bucket()
                                + "; give it the role Storage Object Admin there";
                    case 401 -> KEY;
                    default ->
                        isAboutCredentials(e)
                                ? KEY
                                : "refused with status " + e.getCode() + ": " + quoted(e.getMessage());
                };
    }

    static final String KEY =
            "the key of the service account is not accepted: it was deleted, it expired, or this machine's clock is wrong";

    private static boolean isAboutCredentials(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Retryable) {
                return true;
            }
        }
        return false;
    }

    private static String reason(BaseServiceException e) {
        Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
        return e.getCode() > 0 ? "status " + e.getCode() : cause.getClass().getSimpleName();
    }

    /** What Google said, in one line that is not too long. */
    static String quoted(@Nullable String message) {
        String line = String.valueOf(message).replaceAll("\\s+", " ");
        return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line;
    }
}
