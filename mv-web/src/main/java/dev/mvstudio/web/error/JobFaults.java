package dev.mvstudio.web.error;

import dev.mvstudio.application.film.FilmDefaults;
import dev.mvstudio.application.job.GenerationFailedException;
import dev.mvstudio.application.job.IdempotencyMismatchException;
import dev.mvstudio.application.job.JobConflictException;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.provider.ConfigurationException;
import dev.mvstudio.application.request.InvalidRequestException;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.QueueFullException;
import dev.mvstudio.domain.provider.ErrorCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of jobs, and of orders that become none. */
final class JobFaults {
    /** When to come back to a full lane: some jobs of it are over by then. */
    private static final Duration FULL = Duration.ofSeconds(30);

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String DATABASE = "DATABASE_UNAVAILABLE";

    private JobFaults() {}

    static Fault failed(GenerationFailedException e) {
        JobError error = e.error();
        String code = error.code();
        if (isOneOf(StorageException.Fault.class, code)) {
            return failed(HttpStatus.INSUFFICIENT_STORAGE, "StorageError", error.details(), null, e);
        }
        if (code.equals(InvalidRequestException.Code.VALIDATION_ERROR.name()) && e.kind() == JobKind.GENERATE_IMAGES) {
            return failed(HttpStatus.BAD_REQUEST, "ValidationError", error.details(), null, e);
        }
        if (isOneOf(ConfigurationException.Code.class, code)) {
            return failed(HttpStatus.INTERNAL_SERVER_ERROR, "ConfigurationError", error.details(), null, e);
        }
        if (error.backend().equals(FilmDefaults.EDITOR)) {
            return failed(HttpStatus.INTERNAL_SERVER_ERROR, "MergeError", error.details(), null, e);
        }
        Optional<ErrorCode> known = Arrays.stream(ErrorCode.values())
                .filter(c -> c.name().equals(code))
                .findFirst();
        if (known.isEmpty()) {
            return failed(HttpStatus.INTERNAL_SERVER_ERROR, name(e.kind()), error.details(), null, e);
        }
        boolean timeout = known.get() == ErrorCode.TIMEOUT;
        return failed(
                timeout ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR,
                timeout ? "ServiceTimeout" : name(e.kind()),
                message(known.get(), error.backend().name()),
                error.details(),
                e);
    }

    private static boolean isOneOf(Class<? extends Enum<?>> codes, String code) {
        return Arrays.stream(codes.getEnumConstants()).anyMatch(c -> c.name().equals(code));
    }

    private static Fault failed(
            HttpStatus status, String error, String message, @Nullable String details, GenerationFailedException e) {
        Duration wait = e.error().retryAfter();
        return new Fault(
                status,
                error,
                e.error().code(),
                message,
                details,
                wait == null ? Map.of() : retryAfter(wait),
                List.of(),
                e.error().backend().name(),
                e.jobId().toString(),
                e.error().retryable());
    }

    private static String name(JobKind kind) {
        return switch (kind) {
            case CREATE_SCENES -> "SceneGenerationError";
            case GENERATE_CHARACTER_REFERENCE, GENERATE_IMAGES, GENERATE_IMAGE -> "ImageGenerationError";
            case GENERATE_VIDEO, CREATE_MUSIC_VIDEO -> "VideoGenerationError";
            case MERGE_VIDEOS, MAKE_SLIDESHOW -> "MergeError";
        };
    }

    private static String message(ErrorCode code, String backend) {
        return switch (code) {
            case CONTENT_POLICY_VIOLATION -> backend + " refused the prompt or the result by its content policy";
            case RATE_LIMIT_EXCEEDED -> backend + " accepts no more requests for now";
            case AUTHENTICATION_ERROR -> backend + " did not accept this server's credentials";
            case INSUFFICIENT_CREDIT -> backend + " says that the credit of this server's account is used up";
            case INVALID_PROVIDER_REQUEST -> backend + " did not accept the request";
            case PROVIDER_UNAVAILABLE -> backend + " could not be reached or failed on its side";
            case INVALID_PROVIDER_RESPONSE -> backend + " answered with something that cannot be used";
            case OUTPUT_EXPIRED -> backend + " no longer has the result";
            case CANCELED -> "The generation was canceled";
            case OUTCOME_UNKNOWN -> backend + " may or may not have accepted the request; it was not sent again";
            case TIMEOUT -> backend + " did not finish in time";
            case UNKNOWN_ERROR -> backend + " failed for a reason that is not known here";
        };
    }

    private static Map<String, String> retryAfter(Duration wait) {
        return Map.of(
                HttpHeaders.RETRY_AFTER, String.valueOf(wait.plusMillis(999).toSeconds()));
    }

    static Fault unfinished(UnfinishedWaitException e) {
        boolean stopping = e.reason() == UnfinishedWaitException.Reason.STOPPING;
        return later(
                "Unavailable",
                stopping ? "SERVER_STOPPING" : DATABASE,
                (stopping ? "The server is being stopped" : "The database cannot be reached")
                        + ". The job is kept and goes on; ask for it at /api/mv/jobs/" + e.job(),
                SOON,
                e.job());
    }

    static Fault unreachable() {
        return later("Unavailable", DATABASE, "The database cannot be reached at the moment", SOON, null);
    }

    static Fault notReady(NotReadyException e) {
        return later("Unavailable", e.code(), Fault.said(e), SOON, null);
    }

    static Fault overloaded(QueueFullException e) {
        return later("Overloaded", "QUEUE_FULL", Fault.said(e) + ". Nothing was ordered", FULL, null);
    }

    private static Fault later(String error, String code, String message, Duration wait, @Nullable JobId job) {
        return new Fault(
                HttpStatus.SERVICE_UNAVAILABLE,
                error,
                code,
                message,
                null,
                retryAfter(wait),
                List.of(),
                null,
                job == null ? null : job.toString(),
                true);
    }

    static Fault mismatched(IdempotencyMismatchException e) {
        return told(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "IdempotencyMismatch",
                "IDEMPOTENCY_MISMATCH",
                "This Idempotency-Key was used for another order. Take a new key for a new order",
                e.first());
    }

    static Fault conflicting(JobConflictException e) {
        return told(HttpStatus.CONFLICT, "Conflict", e.code().name(), Fault.said(e), e.job());
    }

    private static Fault told(HttpStatus status, String error, String code, String message, JobId job) {
        return new Fault(status, error, code, message, null, Map.of(), List.of(), null, job.toString(), false);
    }
}
