package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobStatus;
import dev.mvstudio.domain.job.JobStoreException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what was paid for, also when the store is gone for a while. */
final class SafeKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(SafeKeeping.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Register register;
    private final Sleeper sleeper;

    SafeKeeping(Register register, Sleeper sleeper) {
        this.register = register;
        this.sleeper = sleeper;
    }

    /** Makes a change that must not be lost: tries until it is made, or until this process ends. */
    void keep(JobId id, UnaryOperator<JobStatus> change) {
        while (true) {
            try {
                register.change(id, status -> status.state().isFinal() ? status : change.apply(status));
                return;
            } catch (JobStoreException e) {
                LOG.warn("Job {}: its progress cannot be kept, trying again: {}", id, e.getMessage());
                pause(e);
            }
        }
    }

    private void pause(JobStoreException why) {
        try {
            sleeper.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw why;
        }
    }
}
