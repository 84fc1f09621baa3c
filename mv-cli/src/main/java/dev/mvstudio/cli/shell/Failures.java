package dev.mvstudio.cli.shell;

import dev.mvstudio.application.BrokenConfigurationException;
import dev.mvstudio.application.BrokenFileException;
import dev.mvstudio.application.job.GenerationFailedException;
import dev.mvstudio.application.job.JobConflictException;
import dev.mvstudio.application.provider.ConfigurationException;
import dev.mvstudio.application.request.InvalidRequestException;
import dev.mvstudio.application.request.NotFoundException;
import dev.mvstudio.application.request.Violation;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.job.QueueFullException;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** What an exception means for whoever started the command. */
final class Failures {
    private Failures() {}

    static Failure of(Throwable thrown, CommandSpec command) {
        return switch (thrown) {
            case CommandFailedException e -> e.failure();
            case InvalidRequestException e -> invalid(e, command);
            case NotFoundException e ->
                failure(ExitCode.USAGE, "NotFound", "NOT_FOUND", e).withDetails(e.details());
            case BrokenConfigurationException e -> broken(e);
            case BrokenFileException e -> broken(e);
            case ConfigurationException e ->
                failure(ExitCode.SETUP, "ConfigurationError", e.code(), e).withBackend(e.backend());
            case GenerationFailedException e -> GenerationFailure.of(e, command);
            case QueueFullException e -> full(e);
            case JobConflictException e ->
                failure(ExitCode.USAGE, "Conflict", e.code(), e).withMember("job_id", e.job());
            case MergeException e -> merge(e);
            case StorageException e -> failure(ExitCode.STORAGE, "StorageError", e.fault(), e);
            case UncheckedIOException e -> failure(ExitCode.STORAGE, "StorageError", "STORAGE_UNAVAILABLE", e);
            default -> bug(thrown);
        };
    }

    private static Failure failure(ExitCode exit, String error, Object code, Throwable why) {
        return new Failure(
                exit,
                error,
                String.valueOf(why.getMessage()),
                List.of(),
                new JsonObject().with("error_code", String.valueOf(code)));
    }

    private static Failure invalid(InvalidRequestException e, CommandSpec command) {
        OptionNames names = new OptionNames(command);
        List<String> faults = e.violations().stream().map(v -> fault(v, names)).toList();
        boolean one = faults.size() == 1;
        JsonObject members = new JsonObject()
                .with("error_code", e.code().name())
                .with(
                        "violations",
                        e.violations().stream().map(v -> violation(v, names)).toList());
        return new Failure(
                ExitCode.USAGE,
                "ValidationError",
                one ? faults.get(0) : "there are " + faults.size() + " faults:",
                one ? List.of() : faults.stream().map(f -> "  " + f).toList(),
                members);
    }

    private static String fault(Violation v, OptionNames names) {
        return names.of(v.field()) + ": " + v.message()
                + (v.rejected() == null ? "" : " (given: " + v.rejected() + ")");
    }

    private static JsonObject violation(Violation v, OptionNames names) {
        return new JsonObject()
                .with("field", v.field())
                .with("option", names.of(v.field()))
                .with("message", v.message())
                .with("rejected", v.rejected());
    }

    private static Failure broken(BrokenConfigurationException e) {
        int count = e.faults().size();
        return new Failure(
                ExitCode.SETUP,
                "ConfigurationError",
                "the configuration has " + count + (count == 1 ? " fault:" : " faults:"),
                e.faults().stream().map(f -> "  " + f).toList(),
                new JsonObject().with("error_code", "INVALID_CONFIGURATION").with("faults", e.faults()));
    }

    private static Failure broken(BrokenFileException e) {
        return failure(ExitCode.USAGE, "ValidationError", "VALIDATION_ERROR", e)
                .and(e.faults().stream().map(f -> "  " + f).toList(), new JsonObject().with("faults", e.faults()));
    }

    private static Failure full(QueueFullException e) {
        return failure(ExitCode.GENERATION, "Overloaded", "QUEUE_FULL", e)
                .and(
                        List.of(
                                "Nothing was ordered. Try again when some are done; this lists them:",
                                "  mvstudio jobs"),
                        new JsonObject().with("retryable", true));
    }

    private static Failure merge(MergeException e) {
        ExitCode exit = e.fault() == MergeException.Fault.EDITOR_MISSING ? ExitCode.SETUP : ExitCode.GENERATION;
        return failure(exit, "MergeError", e.fault(), e);
    }

    private static Failure bug(Throwable thrown) {
        String said = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
        String what = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : said;
        return new Failure(
                ExitCode.BUG,
                "InternalError",
                "internal error: " + what,
                List.of("Run it again with --debug for the details."),
                new JsonObject().with("error_code", "INTERNAL_ERROR"));
    }
}
