package dev.mvstudio.application.provider;

import dev.mvstudio.application.request.NotFoundException;
import dev.mvstudio.domain.job.JobSchedule;
import dev.mvstudio.domain.job.JobSchedule.Task;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.job.StoredJob;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Notice;
import dev.mvstudio.domain.provider.NoticeReceiver;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to what providers send by themselves: the job whose generation moved does its next step at once, and asks what
 * became of it. Nothing is believed but that. Quick; safe for use by many threads.
 */
public final class HearNotices {
    private static final Logger LOG = LoggerFactory.getLogger(HearNotices.class);

    /** A flood of notices leaves the rest of the store's connections to others. */
    private static final int AT_ONCE = 4;

    private final Backends backends;
    private final JobStore store;
    private final JobSchedule schedule;
    private final SeenLately seen;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** What became of a notice. */
    public enum Effect {
        /** A job looks at its generation now. */
        HEARD,
        /** It was known already, or there is no job that waits for it. */
        IGNORED
    }

    public HearNotices(Backends backends, JobStore store, JobSchedule schedule, Clock clock) {
        this.backends = backends;
        this.store = store;
        this.schedule = schedule;
        this.seen = new SeenLately(clock);
    }

    /**
     * Hears a message that says that it is of this backend's provider.
     *
     * @param headers by their names in lower case
     * @param body as it was received, byte for byte
     * @throws NotFoundException when nothing is expected of such a backend
     * @throws dev.mvstudio.domain.provider.ForgedNoticeException when it is not of the provider's, or too old
     * @throws dev.mvstudio.domain.provider.ProviderException when it cannot be checked now
     * @throws dev.mvstudio.domain.job.JobStoreException when the job cannot be found or woken now
     */
    public Effect hear(String backend, Map<String, String> headers, byte[] body) {
        NoticeReceiver receiver = backends.receiver(backend)
                .orElseThrow(() -> new NotFoundException(
                        "No notices of such a backend are expected here",
                        "See GET /api/mv/backends for those that there are"));
        Notice notice = receiver.read(headers, body);
        String name = backend + ":" + notice.id();
        if (seen.contains(name)) {
            return Effect.IGNORED;
        }
        Effect effect = wake(receiver.backend(), notice);
        seen.add(name); // not before: one that could not be passed on is sent again
        return effect;
    }

    private Effect wake(Backend backend, Notice notice) {
        places.acquireUninterruptibly();
        try {
            Optional<StoredJob> job = store.holder(backend, notice.ticketId()).filter(HearNotices::waits);
            job.ifPresent(j -> schedule.wake(Task.JOB, j.id().toString()));
            LOG.debug("{} told of {}: {}", backend, notice.ticketId(), job.map(StoredJob::id));
            return job.isPresent() ? Effect.HEARD : Effect.IGNORED;
        } finally {
            places.release();
        }
    }

    private static boolean waits(StoredJob job) {
        return job.state() == JobState.RUNNING || job.state() == JobState.CANCELING;
    }
}
