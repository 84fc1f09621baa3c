package dev.mvstudio.web.job;

import dev.mvstudio.application.job.GenerationFailedException;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobStatus;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.error.ErrorBodies;
import dev.mvstudio.web.error.ErrorBody;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows jobs. */
@Singleton
final class JobBodies {
    private final @Nullable Duration retention;
    private final Presentations presentations;

    JobBodies(ServedStudio served, Presentations presentations) {
        this.retention = served.configuration().settings().retention().jobs();
        this.presentations = presentations;
    }

    /**
     * A job as it is now.
     *
     * @param pictures whether its result may carry pictures
     */
    JobBody of(JobSnapshot job, boolean pictures) {
        return JobBody.from(
                job,
                new JobBody.End(
                        presentations.body(job, pictures), error(job), presentations.link(job), expiresAt(job)));
    }

    /** Steps go with the whole. */
    private @Nullable Instant expiresAt(JobSnapshot job) {
        Instant over = job.job().status().finishedAt();
        boolean never = job.job().status().keep() || job.job().order().place() != null;
        return over == null || retention == null || never ? null : over.plus(retention);
    }

    /** What came of it; null unless it succeeded. */
    @Nullable
    Object result(JobSnapshot job, boolean pictures) {
        return presentations.body(job, pictures);
    }

    /** Why there is no result; null unless it failed or was canceled. */
    @Nullable
    ErrorBody error(JobSnapshot job) {
        JobStatus status = job.job().status();
        JobError error = status.error();
        Instant at = status.finishedAt();
        return error == null || at == null
                ? null
                : ErrorBodies.of(new GenerationFailedException(job.kind(), job.id(), error), at);
    }
}
