package dev.mvstudio.web.error;

import dev.mvstudio.application.job.GenerationFailedException;
import dev.mvstudio.application.job.IdempotencyMismatchException;
import dev.mvstudio.application.job.JobConflictException;
import dev.mvstudio.application.provider.ConfigurationException;
import dev.mvstudio.application.request.InvalidRequestException;
import dev.mvstudio.application.request.InvalidRequestException.Code;
import dev.mvstudio.application.request.NotFoundException;
import dev.mvstudio.application.request.Violation;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.job.JobStoreException;
import dev.mvstudio.domain.job.QueueFullException;
import dev.mvstudio.domain.provider.ForgedNoticeException;
import dev.mvstudio.web.delivery.UnsatisfiableRangeException;
import dev.mvstudio.web.request.MalformedJsonException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an exception means to a caller: the table of the contract.
 *
 * @param headers beyond those of every response
 */
record Fault(
        HttpStatus status,
        String error,
        String code,
        String message,
        @Nullable String details,
        Map<String, String> headers,
        List<Violation> violations,
        @Nullable String backend,
        @Nullable String jobId,
        @Nullable Boolean retryable) {
    static Fault plain(HttpStatus status, String error, String code, String message, @Nullable String details) {
        return new Fault(status, error, code, message, details, Map.of(), List.of(), null, null, null);
    }

    static Fault of(Throwable cause) {
        return switch (cause) {
            case InvalidRequestException e -> e.code() == Code.PAYLOAD_TOO_LARGE ? tooLarge(e) : invalid(e);
            case MalformedJsonException e -> malformed(e);
            case NotFoundException e -> plain(HttpStatus.NOT_FOUND, "NotFound", "NOT_FOUND", said(e), e.details());
            case ConfigurationException e -> unconfigured(e);
            case GenerationFailedException e -> JobFaults.failed(e);
            case UnfinishedWaitException e -> JobFaults.unfinished(e);
            case IdempotencyMismatchException e -> JobFaults.mismatched(e);
            case JobConflictException e -> JobFaults.conflicting(e);
            case QueueFullException e -> JobFaults.overloaded(e);
            case JobStoreException e -> JobFaults.unreachable();
            case NotReadyException e -> JobFaults.notReady(e);
            case ForgedNoticeException e -> forged(e);
            case MergeException e -> unjoined(e);
            case StorageException e -> unstored(e);
            case UnsatisfiableRangeException e -> unsatisfiable(e);
            default ->
                plain(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "InternalError",
                        "UNKNOWN_ERROR",
                        "An unexpected error occurred. The server's log has it under this request's id",
                        null);
        };
    }

    /** Whether it is for whoever runs the server, and nobody expected it. */
    boolean isUnexpected() {
        return error.equals("InternalError");
    }

    static String said(Throwable cause) {
        return String.valueOf(cause.getMessage());
    }

    private static Fault invalid(InvalidRequestException e) {
        return new Fault(
                HttpStatus.BAD_REQUEST,
                "ValidationError",
                e.code().name(),
                said(e),
                null,
                Map.of(),
                e.violations(),
                null,
                null,
                null);
    }

    private static Fault tooLarge(InvalidRequestException e) {
        return plain(
                HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                "PayloadTooLarge",
                e.code().name(),
                "The file is too large",
                said(e));
    }

    private static Fault malformed(MalformedJsonException e) {
        return plain(
                HttpStatus.BAD_REQUEST, "ValidationError", "MALFORMED_JSON", "The body is not valid JSON", said(e));
    }

    private static Fault unconfigured(ConfigurationException e) {
        return new Fault(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "ConfigurationError",
                e.code().name(),
                said(e),
                null,
                Map.of(),
                List.of(),
                e.backend(),
                null,
                false);
    }

    private static Fault unjoined(MergeException e) {
        return new Fault(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "MergeError",
                e.fault().name(),
                said(e),
                null,
                Map.of(),
                List.of(),
                "local",
                null,
                e.fault() == MergeException.Fault.TIMEOUT);
    }

    private static Fault unstored(StorageException e) {
        return plain(HttpStatus.INSUFFICIENT_STORAGE, "StorageError", e.fault().name(), said(e), null);
    }

    private static Fault forged(ForgedNoticeException e) {
        return new Fault(
                HttpStatus.UNAUTHORIZED,
                "Unauthorized",
                "UNAUTHENTICATED",
                said(e),
                null,
                Map.of(HttpHeaders.WWW_AUTHENTICATE, "Signature"),
                List.of(),
                null,
                null,
                false);
    }

    private static Fault unsatisfiable(UnsatisfiableRangeException e) {
        return new Fault(
                HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                "RangeNotSatisfiable",
                "RANGE_NOT_SATISFIABLE",
                said(e),
                null,
                Map.of(HttpHeaders.CONTENT_RANGE, "bytes */" + e.size()),
                List.of(),
                null,
                null,
                null);
    }
}
