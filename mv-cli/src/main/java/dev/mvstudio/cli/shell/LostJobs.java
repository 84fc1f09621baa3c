package dev.mvstudio.cli.shell;

import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.domain.job.JobStoreException;
import java.nio.file.Path;
import java.util.List;

/** What is said when the jobs cannot be reached. */
final class LostJobs {
    private LostJobs() {}

    static Failure of(JobStoreException e, Path dataDir) {
        Throwable cause = e.getCause();
        String why = cause == null || cause.getMessage() == null
                ? ""
                : ": " + cause.getMessage().lines().findFirst().orElse("");
        return new Failure(
                ExitCode.STORAGE,
                "StorageError",
                e.getMessage() + why,
                List.of(
                        "Jobs are kept in " + dataDir + ", unless MV_DATABASE_URL names another place.",
                        "Check that it can be reached and written to, and that no other version of mvstudio uses it.",
                        "Whether the last order was kept is not known; this tells, once it can be reached again:",
                        "  mvstudio jobs"),
                new JsonObject().with("error_code", "STORAGE_UNAVAILABLE").with("retryable", true));
    }
}
