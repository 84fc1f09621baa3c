package dev.mvstudio.adapter.jdbc.schedule;

import static dev.mvstudio.domain.job.JobSchedule.Task.JOB;
import static dev.mvstudio.domain.job.JobSchedule.Task.WEBHOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.adapter.jdbc.database.Database;
import dev.mvstudio.adapter.jdbc.database.DatabaseAddress;
import dev.mvstudio.domain.job.JobSchedule;
import dev.mvstudio.testkit.job.JobScheduleContract;
import dev.mvstudio.testkit.provider.Settling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract, and what several schedules on one database promise. */
abstract class JdbcJobScheduleContract extends JobScheduleContract {
    private final List<JobSchedule> schedules = new ArrayList<>();
    private final List<Database> databases = new ArrayList<>();
    private DatabaseAddress address;
    private JobSchedule schedule;

    abstract DatabaseAddress address();

    @BeforeEach
    void open() {
        address = address();
        schedule = another();
    }

    @AfterEach
    void close() {
        schedules.forEach(JobSchedule::close);
        databases.reversed().forEach(Database::close);
    }

    /** A schedule on the same database. */
    JobSchedule another() {
        Database database = new Database(address, 8);
        databases.add(database);
        JobSchedule made = new JdbcJobSchedule(
                database, new ScheduleTiming(16, Duration.ofMillis(50), Duration.ofMillis(500), Duration.ofSeconds(2)));
        schedules.add(made);
        return made;
    }

    @Override
    protected JobSchedule schedule() {
        return schedule;
    }

    @Override
    protected JobSchedule restarted() {
        schedule.close();
        schedule = another();
        return schedule;
    }

    @Override
    protected void until(BooleanSupplier condition) {
        Settling.until(condition, Duration.ofSeconds(60));
    }

    @Test
    void two_schedules_share_the_work_and_never_call_at_once() {
        Set<String> inside = ConcurrentHashMap.newKeySet();
        List<String> twice = new ArrayList<>();
        Map<String, Integer> calls = new ConcurrentHashMap<>();
        JobSchedule.Worker worker = name -> {
            if (!inside.add(name)) {
                twice.add(name);
            }
            int times = calls.merge(name, 1, Integer::sum);
            inside.remove(name);
            return times < 3 ? Optional.of(Duration.ofMillis(5)) : Optional.empty();
        };
        for (int i = 0; i < 100; i++) {
            schedule.wake(JOB, "job " + i);
        }

        schedule.start(Map.of(JOB, worker));
        another().start(Map.of(JOB, worker));
        until(() -> calls.values().stream().filter(n -> n >= 3).count() == 100);

        assertThat(twice).isEmpty();
        assertThat(calls.values()).containsOnly(3);
    }

    @Test
    void what_one_cannot_do_the_other_does() {
        Set<String> done = ConcurrentHashMap.newKeySet();
        schedule.start(Map.of(JOB, name -> Optional.empty()));
        schedule.wake(WEBHOOK, "one");
        another().start(Map.of(WEBHOOK, name -> {
            done.add(name);
            return Optional.empty();
        }));
        until(() -> done.contains("one"));

        schedule.wake(WEBHOOK, "two");

        until(() -> done.contains("two"));
    }

    @Test
    void a_thousand_names_wait_without_a_thousand_threads() {
        Set<String> called = ConcurrentHashMap.newKeySet();
        AtomicInteger most = new AtomicInteger();
        schedule.start(Map.of(JOB, name -> {
            called.add(name);
            most.accumulateAndGet((int) platformThreads(), Math::max);
            return Optional.of(Duration.ofHours(1));
        }));

        for (int i = 0; i < 1000; i++) {
            schedule.wake(JOB, "job " + i);
        }
        until(() -> called.size() == 1000);

        assertThat(most.get()).isLessThan(150);
    }

    private static long platformThreads() {
        return Stream.of(Thread.getAllStackTraces().keySet())
                .flatMap(Set::stream)
                .count();
    }

    @Test
    void a_worker_that_does_not_stop_is_interrupted_and_called_again_elsewhere() {
        Set<String> begun = ConcurrentHashMap.newKeySet();
        schedule.start(Map.of(JOB, name -> {
            begun.add(name);
            try {
                Thread.sleep(Duration.ofMinutes(10));
            } catch (InterruptedException e) {
                throw new IllegalStateException("told to stop", e);
            }
            return Optional.empty();
        }));
        schedule.wake(JOB, "one");
        until(() -> begun.contains("one"));

        Set<String> done = ConcurrentHashMap.newKeySet();
        restarted().start(Map.of(JOB, name -> {
            done.add(name);
            return Optional.empty();
        }));

        until(() -> done.contains("one"));
    }
}
