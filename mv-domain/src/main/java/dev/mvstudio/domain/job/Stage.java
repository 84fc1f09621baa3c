package dev.mvstudio.domain.job;

import java.util.Locale;

/** What a job is doing, for people who watch it. */
public enum Stage {
    /** Waits for a place in its lane. */
    WAITING,
    SUBMITTING,
    /** Accepted by the generator, which has not begun. */
    QUEUED,
    GENERATING,
    /** What was made is being brought home. */
    COLLECTING,
    /** The generator was told to stop. */
    CANCELING,
    DONE;

    /** The name used in JSON and in the database: {@code generating}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
