package dev.mvstudio.web.error;

import dev.mvstudio.web.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Faults in the shape that callers know, also where they are only a part of an answer. */
public final class ErrorBodies {
    private ErrorBodies() {}

    /** What went wrong at that time, without being the answer to a request. */
    public static ErrorBody of(Throwable cause, Instant at) {
        return of(Fault.of(cause), at, null);
    }

    static ErrorBody of(Fault fault, Instant at, @Nullable String requestId) {
        return new ErrorBody(
                fault.error(),
                fault.code(),
                fault.message(),
                Times.utc(at),
                fault.details(),
                fault.violations().isEmpty()
                        ? null
                        : fault.violations().stream().map(ViolationBody::from).toList(),
                fault.backend(),
                fault.jobId(),
                fault.retryable(),
                requestId);
    }
}
