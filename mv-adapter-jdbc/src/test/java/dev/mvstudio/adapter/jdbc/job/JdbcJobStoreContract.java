package dev.mvstudio.adapter.jdbc.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.adapter.jdbc.database.Database;
import dev.mvstudio.adapter.jdbc.database.DatabaseAddress;
import dev.mvstudio.adapter.jdbc.document.JacksonDocuments;
import dev.mvstudio.domain.job.Checkpoint;
import dev.mvstudio.domain.job.Documents;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.job.StoredJob;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import dev.mvstudio.testkit.job.JobStoreContract;
import dev.mvstudio.testkit.job.Orders;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract, and what the database guards by itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JdbcJobStoreContract extends JobStoreContract {
    private Database database;
    private Database same;
    private JobStore store;
    private JobStore sameStore;

    abstract DatabaseAddress address();

    @BeforeAll
    void open() {
        DatabaseAddress address = address();
        Documents documents = new JacksonDocuments(new FakeAssetStore());
        database = new Database(address, 8);
        same = new Database(address, 8);
        store = new JdbcJobStore(database, documents);
        sameStore = new JdbcJobStore(same, documents);
    }

    @BeforeEach
    void empty() {
        sql("delete from job");
        sql("delete from admission");
    }

    @AfterAll
    void close() {
        same.close();
        database.close();
    }

    @Override
    protected JobStore store() {
        return store;
    }

    @Override
    protected JobStore sameStore() {
        return sameStore;
    }

    private int sql(String sql, Object... values) {
        return database.inTransaction(t -> t.update(sql, values));
    }

    static Stream<Arguments> transitions() {
        return Arrays.stream(JobState.values())
                .flatMap(from -> Arrays.stream(JobState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void the_database_itself_refuses_illegal_transitions(JobState from, JobState to) {
        JobId id = in(from);
        String sql = """
                update job
                set state = ?,
                    result = case when ? then '{}' end,
                    error = case when ? then '{}' end,
                    finished_at = case when ? then created_at end
                where id = ?
                """;
        Object[] values = {
            to.word(),
            to == JobState.SUCCEEDED,
            to == JobState.FAILED || to == JobState.CANCELED,
            to.isFinal(),
            id.value()
        };

        if (from == to || from.mayBecome(to)) {
            assertThat(sql(sql, values)).isEqualTo(1);
        } else {
            StoredJob before = store.find(id).orElseThrow();
            assertThatThrownBy(() -> sql(sql, values))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("must not become " + to.word());
            assertThat(sameStore.find(id)).contains(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = 'waiting'",
                "progress = 1.5",
                "progress = -0.1",
                "result = '{}'",
                "error = '{}'",
                "attempt = 0",
                "checkpoint = 'somewhere'",
                "finished_at = created_at",
                "step = 'clip 1'",
                "idempotency_key = 'key'"
            })
    void the_database_itself_refuses_what_makes_no_sense(String change) {
        JobId id = create(Orders.plain()).id();

        assertThatThrownBy(() -> sql("update job set " + change + " where id = ?", id.value()))
                .isInstanceOf(IllegalStateException.class);
    }

    private JobId with(Ticket ticket) {
        JobId id = in(JobState.RUNNING);
        store.change(id, Orders.NOON, s -> s.at(Checkpoint.TICKET, ticket, List.of()));
        return id;
    }

    @Test
    void the_database_itself_keeps_a_ticket_once() {
        with(new Ticket(Orders.BACKEND, "main", Orders.MODEL, "one"));
        JobId other = with(new Ticket(Orders.BACKEND, "main", Orders.MODEL, "two"));

        assertThatThrownBy(() -> sql("update job set ticket_key = 'preview:one' where id = ?", other.value()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_job_of_an_older_version_shows_its_ticket_with_its_next_change() {
        JobId id = with(new Ticket(Orders.BACKEND, "main", Orders.MODEL, "old"));
        sql("update job set ticket_key = null where id = ?", id.value());
        assertThat(store.holder(Orders.BACKEND, "old")).isEmpty();

        store.change(id, Orders.NOON, s -> s.kept(true));

        assertThat(sameStore.holder(Orders.BACKEND, "old").map(StoredJob::id)).contains(id);
    }

    @Test
    void the_database_itself_keeps_a_key_once() {
        create(Orders.keyed("me", "key", "print"));
        JobId other = create(Orders.keyed("me", "another", "print")).id();

        assertThatThrownBy(() -> sql("update job set idempotency_key = 'key' where id = ?", other.value()))
                .isInstanceOf(IllegalStateException.class);
    }
}
