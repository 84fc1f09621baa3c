package dev.mvstudio.domain.job;

import java.util.Locale;
import java.util.Set;

/** Where a job is in its life. The database refuses every other transition, too. */
public enum JobState {
    /** Accepted and kept; waits for a place in its lane. */
    QUEUED,
    /** Has a place in its lane. */
    RUNNING,
    SUCCEEDED,
    FAILED,
    /** Somebody wants it to end; its generator was or will be told. */
    CANCELING,
    CANCELED;

    /**
     * Whether a job in this state may get into that one. A job that is being canceled may still succeed: what was
     * finished, and paid for, before the order to stop arrived is kept. Only a new attempt leads out of a final state.
     */
    public boolean mayBecome(JobState next) {
        return switch (this) {
            case QUEUED -> Set.of(RUNNING, FAILED, CANCELING, CANCELED).contains(next);
            case RUNNING -> Set.of(SUCCEEDED, FAILED, CANCELING).contains(next);
            case CANCELING -> Set.of(SUCCEEDED, FAILED, CANCELED).contains(next);
            case FAILED, CANCELED -> next == QUEUED;
            case SUCCEEDED -> false;
        };
    }

    public boolean isFinal() {
        return this == SUCCEEDED || this == FAILED || this == CANCELED;
    }

    /** The name used in JSON and in the database: {@code queued}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
