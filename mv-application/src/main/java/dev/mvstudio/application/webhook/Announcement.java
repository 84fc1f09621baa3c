package dev.mvstudio.application.webhook;

import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.domain.job.StoredJob;

/** Puts into words what others are told of a job. */
@FunctionalInterface
public interface Announcement {
    /**
     * The message of an event.
     *
     * @param job as it is now, which may be further on than the event
     * @param event what happened; {@link WebhookEvents#type} names it
     * @return JSON in UTF-8
     */
    byte[] render(StoredJob job, JobEvent event);
}
