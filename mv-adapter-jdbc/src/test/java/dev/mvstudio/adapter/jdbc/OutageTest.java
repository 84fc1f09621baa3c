package dev.mvstudio.adapter.jdbc;

import static dev.mvstudio.domain.job.JobSchedule.Task.JOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.adapter.jdbc.database.Database;
import dev.mvstudio.adapter.jdbc.database.TestDatabases;
import dev.mvstudio.adapter.jdbc.database.Wire;
import dev.mvstudio.adapter.jdbc.document.JacksonDocuments;
import dev.mvstudio.adapter.jdbc.job.JdbcJobStore;
import dev.mvstudio.adapter.jdbc.schedule.JdbcJobSchedule;
import dev.mvstudio.adapter.jdbc.schedule.ScheduleTiming;
import dev.mvstudio.domain.job.JobOrder;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.job.JobStoreException;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import dev.mvstudio.testkit.job.Orders;
import dev.mvstudio.testkit.provider.Settling;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The database is gone for a while. */
class OutageTest {
    private static final ScheduleTiming QUICK =
            new ScheduleTiming(4, Duration.ofMillis(50), Duration.ofMillis(250), Duration.ofSeconds(1));

    private static JobStore store(Database database) {
        return new JdbcJobStore(database, new JacksonDocuments(new FakeAssetStore()));
    }

    @Test
    void jobs_cannot_be_reached_meanwhile_and_are_there_afterwards() {
        try (Wire wire = new Wire(TestDatabases.port());
                Database database = new Database(TestDatabases.postgresql(TestDatabases.create(), wire.port()), 4)) {
            JobStore store = store(database);
            JobOrder order = Orders.plain();
            store.create(order, Orders.lane(1));

            wire.cut();
            assertThatThrownBy(() -> store.find(order.id())).isInstanceOf(JobStoreException.class);
            assertThatThrownBy(() -> store.create(Orders.plain(), Orders.lane(1)))
                    .isInstanceOf(JobStoreException.class);
            wire.mend();

            assertThat(onceReachable(() -> store.find(order.id()))).isPresent();
        }
    }

    /** The pool of connections looks for the database again from time to time. */
    private static <T> T onceReachable(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        Settling.until(
                () -> {
                    try {
                        answer.set(question.get());
                        return true;
                    } catch (JobStoreException e) {
                        return false;
                    }
                },
                Duration.ofSeconds(60));
        return answer.get();
    }

    @Test
    void a_database_that_is_not_there_at_the_start_is_waited_for() {
        try (Wire wire = new Wire(TestDatabases.port());
                Database database = new Database(TestDatabases.postgresql(TestDatabases.create(), wire.port()), 4)) {
            wire.cut();
            assertThatThrownBy(() -> store(database).active())
                    .isInstanceOf(JobStoreException.class)
                    .hasMessageNotContaining("password");
            wire.mend();

            assertThat(onceReachable(() -> store(database).active())).isEmpty();
        }
    }

    @Test
    void a_closed_database_stays_closed() {
        Database database = new Database(TestDatabases.postgresql(), 4);
        JobStore store = store(database);
        assertThat(store.active()).isEmpty();

        database.close();

        assertThatThrownBy(store::active).isInstanceOf(JobStoreException.class);
    }

    @Test
    void the_schedule_goes_on_afterwards_also_with_what_was_in_flight() {
        try (Wire wire = new Wire(TestDatabases.port());
                Database database = new Database(TestDatabases.postgresql(TestDatabases.create(), wire.port()), 6);
                JdbcJobSchedule schedule = new JdbcJobSchedule(database, QUICK)) {
            AtomicInteger calls = new AtomicInteger();
            schedule.wake(JOB, "one");
            schedule.start(Map.of(JOB, name -> {
                if (calls.incrementAndGet() == 3) {
                    wire.cut();
                }
                return Optional.of(Duration.ofMillis(20));
            }));
            Settling.until(() -> calls.get() >= 3, Duration.ofSeconds(30));
            assertThatThrownBy(() -> schedule.wake(JOB, "two")).isInstanceOf(JobStoreException.class);

            wire.mend();

            Settling.until(() -> calls.get() >= 6, Duration.ofSeconds(60));
        }
    }
}
