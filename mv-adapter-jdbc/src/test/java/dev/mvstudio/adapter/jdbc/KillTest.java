package dev.mvstudio.adapter.jdbc;

import static dev.mvstudio.domain.job.JobSchedule.Task.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.adapter.jdbc.database.Database;
import dev.mvstudio.adapter.jdbc.database.DatabaseAddress;
import dev.mvstudio.adapter.jdbc.database.TestDatabases;
import dev.mvstudio.adapter.jdbc.document.JacksonDocuments;
import dev.mvstudio.adapter.jdbc.job.JdbcJobStore;
import dev.mvstudio.adapter.jdbc.schedule.JdbcJobSchedule;
import dev.mvstudio.adapter.jdbc.schedule.ScheduleTiming;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.job.JobStoreException;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import dev.mvstudio.testkit.job.Orders;
import dev.mvstudio.testkit.provider.Settling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes are killed by {@code SIGKILL}. */
class KillTest {
    @TempDir
    private Path folder;

    private Path out() {
        return folder.resolve("out.txt");
    }

    /** The whole lines that a process said. */
    private List<String> said() {
        try {
            String text = Files.readString(out());
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a process, and kills it after it said so many lines. */
    private void kill(String deed, DatabaseAddress address, int afterLines) throws Exception {
        Process process = Victim.start(deed, address, out());
        try {
            Settling.until(() -> said().size() >= afterLines, Duration.ofSeconds(60));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 25})
    void what_was_accepted_survives(int afterLines) throws Exception {
        DatabaseAddress address = TestDatabases.file(folder.resolve("jobs"));

        kill("create", address, afterLines);

        try (Database database = new Database(address, 4)) {
            JobStore store = new JdbcJobStore(database, new JacksonDocuments(new FakeAssetStore()));
            assertThat(said())
                    .hasSizeGreaterThanOrEqualTo(afterLines)
                    .allSatisfy(id -> assertThat(store.find(new JobId(UUID.fromString(id))))
                            .isPresent());
        }
    }

    @Test
    void two_processes_share_a_file_and_one_goes_on_when_the_first_dies() throws Exception {
        DatabaseAddress address = TestDatabases.file(folder.resolve("jobs"));
        Process first = Victim.start("create", address, out());
        try (Database database = new Database(address, 4)) {
            Settling.until(() -> !said().isEmpty(), Duration.ofSeconds(60));
            JobStore store = new JdbcJobStore(database, new JacksonDocuments(new FakeAssetStore()));
            assertThat(store.find(new JobId(UUID.fromString(said().getFirst()))))
                    .isPresent();

            first.destroyForcibly().waitFor();

            assertThat(said())
                    .allSatisfy(id -> assertThat(store.find(new JobId(UUID.fromString(id))))
                            .isPresent());
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_call_in_flight_on_the_only_process_is_made_again_at_the_next_start() throws Exception {
        callsAgain(TestDatabases.file(folder.resolve("jobs")));
    }

    @Test
    void a_call_in_flight_on_a_dead_node_is_made_again_by_another() throws Exception {
        callsAgain(TestDatabases.postgresql());
    }

    private void callsAgain(DatabaseAddress address) throws Exception {
        kill("call", address, 1);
        Set<String> called = ConcurrentHashMap.newKeySet();

        try (Database database = new Database(address, 4);
                JdbcJobSchedule schedule = new JdbcJobSchedule(database, ScheduleTiming.USUAL)) {
            schedule.start(Map.of(JOB, name -> {
                called.add(name);
                return Optional.empty();
            }));
            Settling.until(() -> called.contains("one"), Duration.ofSeconds(60));
        }
    }

    @Test
    void threads_that_are_interrupted_do_no_harm_to_others() throws Exception {
        try (Database database = new Database(TestDatabases.file(folder.resolve("jobs")), 4)) {
            JobStore store = new JdbcJobStore(database, new JacksonDocuments(new FakeAssetStore()));
            store.active();
            List<Thread> threads = Stream.generate(() -> Thread.ofVirtual().unstarted(() -> write(store)))
                    .limit(8)
                    .toList();
            threads.forEach(Thread::start);
            for (int round = 0; round < 20; round++) {
                threads.forEach(Thread::interrupt);
                store.create(Orders.plain(), Orders.lane(1));
            }
            for (Thread thread : threads) {
                thread.interrupt();
                thread.join();
            }
            assertThat(store.lanesInUse()).hasSize(1);
        }
    }

    private static void write(JobStore store) {
        for (int i = 0; i < 10; i++) {
            try {
                store.create(Orders.plain(), Orders.lane(1));
            } catch (JobStoreException e) {
                Thread.interrupted();
            }
        }
    }
}
