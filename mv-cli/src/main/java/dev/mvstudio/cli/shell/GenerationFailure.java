package dev.mvstudio.cli.shell;

import dev.mvstudio.application.job.GenerationFailedException;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.domain.job.JobError;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** What a failed job means for whoever started the command. */
public final class GenerationFailure {
    private GenerationFailure() {}

    /** With the command that tries again, where that may help. */
    static Failure of(GenerationFailedException e, CommandSpec command) {
        Failure failure = of(e);
        if (!e.error().retryable() && !e.error().resumable()) {
            return failure;
        }
        String retry = NextCommand.jobs("retry", e.jobId(), command);
        return failure.and(List.of("This tries again:", "  " + retry), new JsonObject().with("retry_command", retry));
    }

    public static Failure of(GenerationFailedException e) {
        JobError error = e.error();
        return new Failure(exit(error.code()), errorOf(e.kind(), error.code()), String.valueOf(e.getMessage()))
                .withMember("error_code", error.code())
                .withBackend(error.backend().name())
                .withDetails(error.details())
                .withMember("job_id", e.jobId())
                .withMember("retryable", error.retryable());
    }

    /** Codes come from generators, from the editor, from storage and from the configuration. */
    private static ExitCode exit(String code) {
        return switch (code) {
            case "AUTHENTICATION_ERROR",
                    "INSUFFICIENT_CREDIT",
                    "EDITOR_MISSING",
                    "MISSING_CREDENTIALS",
                    "INVALID_CONFIGURATION" -> ExitCode.SETUP;
            case "DISK_FULL", "STORAGE_UNAVAILABLE" -> ExitCode.STORAGE;
            default -> ExitCode.GENERATION;
        };
    }

    /** The class of such a failure, as in the REST interface. */
    public static String errorOf(JobKind kind, String code) {
        if (exit(code) == ExitCode.STORAGE) {
            return "StorageError";
        }
        return switch (kind) {
            case CREATE_SCENES -> "SceneGenerationError";
            case GENERATE_CHARACTER_REFERENCE, GENERATE_IMAGES, GENERATE_IMAGE -> "ImageGenerationError";
            case GENERATE_VIDEO, CREATE_MUSIC_VIDEO -> "VideoGenerationError";
            case MERGE_VIDEOS, MAKE_SLIDESHOW -> "MergeError";
        };
    }
}
