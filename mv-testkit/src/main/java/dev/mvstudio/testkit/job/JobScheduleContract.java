package dev.mvstudio.testkit.job;

import static dev.mvstudio.domain.job.JobSchedule.Task.JOB;
import static dev.mvstudio.domain.job.JobSchedule.Task.SWEEP;
import static dev.mvstudio.domain.job.JobSchedule.Task.WEBHOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.job.JobSchedule;
import dev.mvstudio.domain.job.JobSchedule.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link JobSchedule} must keep to. */
public abstract class JobScheduleContract {
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration LATE = Duration.ofDays(1);

    private final List<String> calls = new CopyOnWriteArrayList<>();

    /** The one under test. It was not started. */
    protected abstract JobSchedule schedule();

    /** Closes the one under test, and gives another one with the same memory. It was not started. */
    protected abstract JobSchedule restarted();

    /** Lets time pass until it is so; fails when it does not get so. */
    protected abstract void until(BooleanSupplier condition);

    private Worker noting(Optional<Duration> again) {
        return name -> {
            calls.add(name);
            return again;
        };
    }

    private long callsOf(String name) {
        return calls.stream().filter(name::equals).count();
    }

    private void untilCalled(String name, int times) {
        until(() -> callsOf(name) >= times);
    }

    /** Whatever was due before is over when this returns. */
    private void letThingsSettle(JobSchedule schedule) {
        schedule.wake(JOB, "last");
        untilCalled("last", 1);
    }

    @Test
    void who_is_woken_is_called_by_name() {
        JobSchedule schedule = schedule();
        schedule.start(Map.of(JOB, noting(Optional.empty())));

        schedule.wake(JOB, "one");
        schedule.wake(JOB, "two");

        untilCalled("one", 1);
        untilCalled("two", 1);
    }

    @Test
    void who_was_woken_before_the_start_is_called_after_it() {
        JobSchedule schedule = schedule();
        schedule.wake(JOB, "one");

        schedule.start(Map.of(JOB, noting(Optional.empty())));

        untilCalled("one", 1);
    }

    @Test
    void who_wants_to_be_called_again_is() {
        JobSchedule schedule = schedule();
        schedule.start(Map.of(JOB, noting(Optional.of(SOON))));

        schedule.wake(JOB, "one");

        untilCalled("one", 4);
    }

    @Test
    void who_is_done_is_not_called_again() {
        JobSchedule schedule = schedule();
        schedule.start(Map.of(JOB, noting(Optional.empty())));
        schedule.wake(JOB, "one");
        untilCalled("one", 1);

        letThingsSettle(schedule);

        assertThat(callsOf("one")).isEqualTo(1);
    }

    @Test
    void who_is_done_can_be_woken_again() {
        JobSchedule schedule = schedule();
        schedule.start(Map.of(JOB, noting(Optional.empty())));
        schedule.wake(JOB, "one");
        untilCalled("one", 1);

        schedule.wake(JOB, "one");

        untilCalled("one", 2);
    }

    @Test
    void who_sleeps_long_is_called_at_once_when_woken() {
        JobSchedule schedule = schedule();
        schedule.start(Map.of(JOB, noting(Optional.of(LATE))));
        schedule.wake(JOB, "one");
        untilCalled("one", 1);
        letThingsSettle(schedule);

        schedule.wake(JOB, "one");

        untilCalled("one", 2);
    }

    @Test
    void who_is_woken_while_being_called_is_called_once_more() {
        JobSchedule schedule = schedule();
        schedule.start(Map.of(JOB, wokenMeanwhile(schedule, Optional.empty())));

        schedule.wake(JOB, "one");

        untilCalled("one", 2);
    }

    @Test
    void who_is_woken_while_being_called_does_not_sleep_long() {
        JobSchedule schedule = schedule();
        schedule.start(Map.of(JOB, wokenMeanwhile(schedule, Optional.of(LATE))));

        schedule.wake(JOB, "one");

        untilCalled("one", 2);
    }

    private Worker wokenMeanwhile(JobSchedule schedule, Optional<Duration> again) {
        AtomicInteger times = new AtomicInteger();
        return name -> {
            if (times.incrementAndGet() == 1) {
                schedule.wake(JOB, name);
            }
            calls.add(name);
            return again;
        };
    }

    @Test
    void who_fails_is_called_again() {
        AtomicInteger times = new AtomicInteger();
        JobSchedule schedule = schedule();
        schedule.start(Map.of(JOB, name -> {
            if (times.incrementAndGet() == 1) {
                throw new IllegalStateException("for once");
            }
            calls.add(name);
            return Optional.empty();
        }));

        schedule.wake(JOB, "one");

        untilCalled("one", 1);
    }

    @Test
    void one_that_fails_does_not_disturb_others() {
        JobSchedule schedule = schedule();
        schedule.start(Map.of(JOB, name -> {
            if (name.startsWith("bad")) {
                throw new IllegalStateException("always");
            }
            calls.add(name);
            return Optional.empty();
        }));
        IntStream.range(0, 50).forEach(i -> schedule.wake(JOB, (i % 2 == 0 ? "bad" : "good") + i));

        until(() -> calls.size() >= 25);
    }

    @Test
    void nobody_is_called_twice_at_once() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        JobSchedule schedule = schedule();
        schedule.start(Map.of(JOB, name -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            calls.add(name);
            schedule.wake(JOB, name);
            inside.decrementAndGet();
            return Optional.of(Duration.ZERO);
        }));

        schedule.wake(JOB, "one");
        schedule.wake(JOB, "one");
        untilCalled("one", 20);

        assertThat(most).hasValue(1);
    }

    @Test
    void the_same_name_may_be_in_several_tasks() {
        JobSchedule schedule = schedule();
        schedule.start(Map.of(JOB, noting(Optional.empty()), WEBHOOK, name -> {
            calls.add("webhook of " + name);
            return Optional.empty();
        }));

        schedule.wake(JOB, "one");
        schedule.wake(WEBHOOK, "one");

        untilCalled("one", 1);
        untilCalled("webhook of one", 1);
    }

    @Test
    void what_was_woken_survives_a_restart() {
        schedule().wake(SWEEP, "all");

        restarted().start(Map.of(SWEEP, noting(Optional.empty())));

        untilCalled("all", 1);
    }

    @Test
    void who_wants_to_be_called_again_is_so_after_a_restart() {
        JobSchedule schedule = schedule();
        schedule.start(Map.of(JOB, noting(Optional.of(Duration.ofMillis(300)))));
        schedule.wake(JOB, "one");
        untilCalled("one", 1);

        JobSchedule restarted = restarted();
        long before = callsOf("one");
        restarted.start(Map.of(JOB, noting(Optional.empty())));

        until(() -> callsOf("one") > before);
    }

    @Test
    void a_task_without_a_worker_is_left_to_others() {
        JobSchedule schedule = schedule();
        schedule.start(Map.of(JOB, noting(Optional.empty())));
        schedule.wake(WEBHOOK, "one");
        letThingsSettle(schedule);
        assertThat(callsOf("one")).isZero();

        restarted().start(Map.of(WEBHOOK, noting(Optional.empty())));

        untilCalled("one", 1);
    }

    @Test
    void a_closed_one_calls_nobody_but_remembers() {
        JobSchedule schedule = schedule();
        schedule.start(Map.of(JOB, noting(Optional.of(SOON))));
        schedule.wake(JOB, "one");
        untilCalled("one", 2);

        schedule.close();
        long before = callsOf("one");
        JobSchedule restarted = restarted();
        assertThat(callsOf("one")).isEqualTo(before);
        restarted.start(Map.of(JOB, noting(Optional.empty())));

        until(() -> callsOf("one") > before);
    }
}
