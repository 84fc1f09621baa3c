package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobSchedule;
import dev.mvstudio.domain.job.JobSchedule.Task;
import dev.mvstudio.domain.job.JobSchedule.Worker;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes up for what a crash left undone: a place in a lane that was not given, a job whose next step nobody called for,
 * and places that become free with time alone.
 */
final class Sweep implements Worker {
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final Register register;
    private final JobSchedule schedule;

    Sweep(Register register, JobSchedule schedule) {
        this.register = register;
        this.schedule = schedule;
    }

    @Override
    public Optional<Duration> step(String name) {
        register.store().lanesInUse().forEach(register::admit);
        schedule.ensure(
                Task.JOB,
                register.store().active().stream().map(JobId::toString).toList());
        return Optional.of(INTERVAL);
    }
}
