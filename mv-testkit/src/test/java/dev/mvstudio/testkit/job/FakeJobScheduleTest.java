package dev.mvstudio.testkit.job;

import static dev.mvstudio.domain.job.JobSchedule.Task.JOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.mvstudio.domain.job.JobSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class FakeJobScheduleTest extends JobScheduleContract {
    private final FakeJobSchedule schedule = new FakeJobSchedule();

    @Override
    protected JobSchedule schedule() {
        return schedule;
    }

    @Override
    protected JobSchedule restarted() {
        schedule.close();
        return schedule;
    }

    @Override
    protected void until(BooleanSupplier condition) {
        for (int i = 0; i < 100 && !condition.getAsBoolean(); i++) {
            schedule.runDue();
            if (!condition.getAsBoolean()) {
                schedule.advance(Duration.ofMillis(100));
            }
        }
        if (!condition.getAsBoolean()) {
            fail("not so after 10 seconds of its own time");
        }
    }

    @Test
    void calls_come_at_their_time() {
        List<Instant> times = new ArrayList<>();
        Instant start = schedule.clock().instant();
        schedule.start(Map.of(JOB, name -> {
            times.add(schedule.clock().instant());
            return Optional.of(Duration.ofSeconds(10));
        }));
        schedule.wake(JOB, "one");

        assertThat(schedule.runDue()).isEqualTo(1);
        assertThat(schedule.runDue()).isZero();
        schedule.advance(Duration.ofSeconds(25));

        assertThat(times).containsExactly(start, start.plusSeconds(10), start.plusSeconds(20));
        assertThat(schedule.due(JOB, "one")).contains(start.plusSeconds(30));
        assertThat(schedule.planned()).containsExactly(new FakeJobSchedule.Call(JOB, "one"));
    }

    @Test
    void a_call_in_flight_on_a_dead_process_is_made_again() {
        schedule.start(Map.of(JOB, name -> {
            throw new AssertionError("killed");
        }));
        schedule.wake(JOB, "one");
        assertThatThrownBy(schedule::runDue).isInstanceOf(AssertionError.class);
        schedule.close();

        List<String> calls = new ArrayList<>();
        schedule.start(Map.of(JOB, name -> {
            calls.add(name);
            return Optional.empty();
        }));
        schedule.runDue();

        assertThat(calls).containsExactly("one");
    }

    @Test
    void failures_are_remembered() {
        schedule.start(Map.of(JOB, name -> {
            throw new IllegalStateException("no");
        }));
        schedule.wake(JOB, "one");

        schedule.runDue();
        schedule.advance(FakeJobSchedule.AFTER_FAILURE);

        assertThat(schedule.failures()).hasSize(2);
    }
}
