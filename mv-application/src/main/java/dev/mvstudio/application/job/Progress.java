package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.Stage;

/** Told how far a job is. One call at a time for a job. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (stage, fraction) -> {};

    /**
     * Told now and then.
     *
     * @param fraction of the whole job, 0.0–1.0
     */
    void at(Stage stage, double fraction);
}
