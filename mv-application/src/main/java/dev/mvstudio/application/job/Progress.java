package dev.mvstudio.application.job;

/** Told how far a job is. May be called from any thread, one call at a time for a job. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (stage, fraction) -> {};

    /**
     * Told now and then.
     *
     * @param fraction of the whole job, 0.0–1.0
     */
    void at(Stage stage, double fraction);

    /** What a job is doing. */
    enum Stage {
        SUBMITTING,
        QUEUED,
        GENERATING,
        COLLECTING,
        DONE
    }
}
