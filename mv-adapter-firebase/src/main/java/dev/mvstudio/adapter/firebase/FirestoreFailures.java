package dev.mvstudio.adapter.firebase;

import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode.Code;
import com.google.auth.Retryable;
import com.google.cloud.firestore.FirestoreException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what Firestore refuses from what may pass, and what to change. */
record FirestoreFailures(FirebaseConfiguration configuration) {
    /** What became of a call. */
    RuntimeException of(String what, Exception failure) {
        if (isSignInRefused(failure)) {
            return new RefusedException(what + ": " + Failures.KEY, failure);
        }
        return of(what, code(failure), failure);
    }

    private RuntimeException of(String what, Code code, Exception failure) {
        return switch (code) {
            case PERMISSION_DENIED, UNAUTHENTICATED, NOT_FOUND, FAILED_PRECONDITION, INVALID_ARGUMENT, UNIMPLEMENTED ->
                new RefusedException(what + ": " + refusal(code) + " (" + quoted(failure) + ")", failure);
            case ABORTED, ALREADY_EXISTS ->
                new OvertakenException(what + ": its document is being changed all the time", failure);
            default -> new UnreachableException(what + ": Firestore cannot be reached (" + code + ")", failure);
        };
    }

    private String refusal(Code code) {
        String project = configuration.project();
        return switch (code) {
            case PERMISSION_DENIED ->
                "the service account may not use Firestore in project " + project
                        + "; give it the role Cloud Datastore User there, and see that firebase_project"
                        + " (MV_FIREBASE_PROJECT) is right and its Firestore API is enabled";
            case UNAUTHENTICATED -> "Firestore does not accept who we are; " + Failures.KEY;
            case NOT_FOUND ->
                "project " + project + " has no Firestore database; make one in the Firebase console, or set"
                        + " firebase_project (MV_FIREBASE_PROJECT) to the project that has it";
            default -> "Firestore in project " + project + " refuses it; its database must be in native mode";
        };
    }

    /** To a call it looks as if the network were gone, when it is the key. */
    private static boolean isSignInRefused(Throwable failure) {
        return causes(failure).anyMatch(e -> e instanceof Retryable signIn && !signIn.isRetryable());
    }

    /** What the service said. */
    static Code code(Throwable failure) {
        return causes(failure).flatMap(FirestoreFailures::said).findFirst().orElse(Code.UNKNOWN);
    }

    private static Stream<Code> said(Throwable e) {
        return switch (e) {
            case ApiException api -> Stream.of(api.getStatusCode().getCode());
            case FirestoreException own
            when own.getStatus() != null ->
                Stream.of(Code.valueOf(own.getStatus().getCode().name()));
            default -> Stream.of();
        };
    }

    private static String quoted(Throwable failure) {
        String last = causes(failure)
                .filter(ApiException.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst()
                .orElse(failure.getMessage());
        return Failures.quoted(last);
    }

    private static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause);
    }
}
