package dev.mvstudio.domain.webhook;

import dev.mvstudio.domain.job.JobId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the telling of a job is.
 *
 * @param past the last event that is done with: told, given up, or not asked for; 0 for none
 * @param tries how often the next one was tried
 * @param notBefore when it may be tried again; null for at once
 * @param gone whether the receiver wants no more
 * @param version of what is kept; 0 when nothing is
 */
public record Delivery(
        JobId job, long past, int tries, @Nullable Instant notBefore, boolean gone, long version) {
    /** Nothing was told yet. */
    public static Delivery of(JobId job) {
        return new Delivery(job, 0, 0, null, false, 0);
    }

    /** This event is done with. */
    public Delivery past(long event) {
        return new Delivery(job, event, 0, null, false, version);
    }

    /** The next event was tried once more, in vain. */
    public Delivery triedUntil(Instant again) {
        return new Delivery(job, past, tries + 1, again, false, version);
    }

    /** The receiver wants no more, this event included. */
    public Delivery gone(long event) {
        return new Delivery(job, event, 0, null, true, version);
    }
}
