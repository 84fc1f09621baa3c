package dev.mvstudio.application.webhook;

import dev.mvstudio.application.request.NotFoundException;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobSchedule;
import dev.mvstudio.domain.webhook.DeadLetter;
import dev.mvstudio.domain.webhook.DeliveryStore;
import java.util.List;

/** What could not be told, for those who run the server and want to make up for it. */
public final class DeadLetters {
    private final DeliveryStore deliveries;
    private final JobSchedule schedule;

    public DeadLetters(DeliveryStore deliveries, JobSchedule schedule) {
        this.deliveries = deliveries;
        this.schedule = schedule;
    }

    /** The last ones first. */
    public List<DeadLetter> list(int limit) {
        return deliveries.dead(limit);
    }

    /**
     * Tells this event and all that follow it once more, as the messages that they were: receivers know them by their
     * ids.
     *
     * @param event its number within the job, from 1
     * @throws NotFoundException when there is no such job
     */
    public void replay(JobId job, long event) {
        if (!deliveries.goBack(job, event)) {
            throw new NotFoundException("There is no job " + job, "It may have expired or been deleted");
        }
        schedule.wake(JobSchedule.Task.WEBHOOK, job.toString());
    }
}
