package dev.mvstudio.domain.webhook;

import dev.mvstudio.domain.job.JobId;
import java.util.List;

/**
 * Keeps how far the telling of each job is, and what could not be told. A method that returned has its effect for good.
 * What is kept of a job goes when the job is deleted. Safe for use by many threads and processes.
 *
 * <p>All methods throw {@link dev.mvstudio.domain.job.JobStoreException} when the store cannot be reached.
 */
public interface DeliveryStore {
    /** {@link Delivery#of} when nothing was kept. */
    Delivery find(JobId job);

    /**
     * Keeps it, under the next version.
     *
     * @return false when what is kept has another version than this was made from, or the job is not there any more;
     *     nothing was changed
     */
    boolean save(Delivery delivery);

    /** The same, and keeps the letter instead of an older one of the same event, in one go. */
    boolean giveUp(Delivery delivery, DeadLetter letter);

    /**
     * Goes back, so that this event and all that follow are told again, also when the receiver was gone. Their letters
     * are not dead any more.
     *
     * @param event from 1
     * @return false when the job is not there any more
     */
    boolean goBack(JobId job, long event);

    /** What could not be told, given up last first. */
    List<DeadLetter> dead(int limit);
}
