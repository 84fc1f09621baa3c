package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.Creation;
import dev.mvstudio.domain.job.JobFilter;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobOrder;
import dev.mvstudio.domain.job.JobSchedule;
import dev.mvstudio.domain.job.JobSchedule.Task;
import dev.mvstudio.domain.job.JobStatus;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.job.JobStoreException;
import dev.mvstudio.domain.job.StoredJob;
import dev.mvstudio.domain.provider.Lane;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where jobs are entered and changed. Sees to it that whoever has to know is told. */
final class Register {
    private static final Logger LOG = LoggerFactory.getLogger(Register.class);

    private final JobStore store;
    private final JobSchedule schedule;
    private final JobWatch watch;
    private final Lanes lanes;
    private final Clock clock;

    Register(JobStore store, JobSchedule schedule, JobWatch watch, Lanes lanes, Clock clock) {
        this.store = store;
        this.schedule = schedule;
        this.watch = watch;
        this.lanes = lanes;
        this.clock = clock;
    }

    JobStore store() {
        return store;
    }

    boolean isReachable() {
        try {
            store.list(new JobFilter(null, null, 1, null));
            return true;
        } catch (JobStoreException e) {
            LOG.warn("The jobs cannot be reached: {}", e.getMessage());
            return false;
        }
    }

    Creation create(JobOrder order) {
        Lane lane = lanes.named(order.lane());
        Creation creation = store.create(order, lane);
        if (creation instanceof Creation.Created created) {
            tell(created.job());
            afterwards("giving places in the lane " + lane.name(), () -> admit(lane));
        }
        return creation;
    }

    StoredJob change(JobId id, UnaryOperator<JobStatus> change) {
        StoredJob changed = store.change(id, clock.instant(), change);
        tell(changed);
        return changed;
    }

    /** Gives free places to waiting jobs, and has their first step done. */
    void admit(Lane lane) {
        for (JobId id : store.admit(lane, clock.instant())) {
            store.find(id).ifPresent(this::tell);
            schedule.wake(Task.JOB, id.toString());
        }
    }

    void admit(String lane) {
        admit(lanes.named(lane));
    }

    private void tell(StoredJob job) {
        watch.changed(job.id(), job.version());
        afterwards("telling of job " + job.id(), () -> {
            if (job.order().webhook() != null) {
                schedule.wake(Task.WEBHOOK, job.id().toString());
            }
            if (job.state().isFinal()) {
                JobOrder.Place place = job.order().place();
                if (place != null) {
                    schedule.wake(Task.JOB, place.parent().toString());
                }
                admit(lanes.named(job.order().lane()));
            }
        });
    }

    /** What is kept is kept; what was to follow is made up for by the sweep. */
    private static void afterwards(String doing, Runnable action) {
        try {
            action.run();
        } catch (JobStoreException e) {
            LOG.warn("{} is left to the sweep: {}", doing, e.getMessage());
        }
    }
}
