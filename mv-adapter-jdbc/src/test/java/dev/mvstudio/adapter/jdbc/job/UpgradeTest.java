package dev.mvstudio.adapter.jdbc.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.adapter.jdbc.database.Database;
import dev.mvstudio.adapter.jdbc.database.DatabaseAddress;
import dev.mvstudio.adapter.jdbc.database.TestDatabases;
import dev.mvstudio.adapter.jdbc.document.JacksonDocuments;
import dev.mvstudio.domain.job.Documents;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStatus;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import dev.mvstudio.testkit.job.Orders;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases of older versions, with jobs. */
class UpgradeTest {
    private static final String MIGRATIONS = "classpath:dev/mvstudio/adapter/jdbc/migration/";

    private static final Documents DOCUMENTS = new JacksonDocuments(new FakeAssetStore());

    @TempDir
    private Path folder;

    @Test
    void jobs_in_a_file_of_an_older_version_go_on() throws SQLException {
        assertThatJobsGoOn(TestDatabases.file(folder), "h2", "");
    }

    @Test
    void jobs_on_a_server_of_an_older_version_go_on() throws SQLException {
        assertThatJobsGoOn(TestDatabases.postgresql(), "postgresql", "postgres");
    }

    private static void assertThatJobsGoOn(DatabaseAddress address, String vendor, String password)
            throws SQLException {
        JobId id = new JobId(UUID.randomUUID());
        Flyway.configure()
                .dataSource(address.url(), address.user(), password)
                .locations(MIGRATIONS + "common", MIGRATIONS + vendor)
                .table("migration")
                .target("5")
                .load()
                .migrate();
        try (Connection old = DriverManager.getConnection(address.url(), address.user(), password)) {
            insertRunning(old, id);
        }

        try (Database database = new Database(address, 4)) {
            JdbcJobStore store = new JdbcJobStore(database, DOCUMENTS);
            JobStatus status = store.find(id).orElseThrow().status();
            assertThat(status.state()).isEqualTo(JobState.RUNNING);
            assertThat(status.intendedAt()).isNull();
            assertThat(store.change(id, Orders.NOON, s -> s.succeeded("{}", Orders.NOON))
                            .state())
                    .isEqualTo(JobState.SUCCEEDED);
            assertThat(store.holder(Orders.BACKEND, "p-1").orElseThrow().id()).isEqualTo(id);
        }
    }

    private static void insertRunning(Connection c, JobId id) throws SQLException {
        try (PreparedStatement insert = c.prepareStatement("""
                insert into job (id, kind, caller, lane, backend, model, flavor, request, warnings, estimate_amount,
                    estimate_currency, keep_ordered, created_at, state, queued_at, attempt, checkpoint, ticket, outputs,
                    stage, progress, keep, version)
                values (?, 'generate_video', '', 'preview', 'preview', 'preview/video-1', 'fixed', '{}',
                    '{"warnings":[]}', '0', 'USD', false, timestamp with time zone '2026-06-01 12:00:00+00', 'running',
                    timestamp with time zone '2026-06-01 12:00:00+00', 1, 'ticket',
                    ?, '{"outputs":[]}', 'generating', 0.5, false, 3)
                """)) {
            insert.setObject(1, id.value());
            insert.setString(2, DOCUMENTS.write(new Ticket(Orders.BACKEND, "main", Orders.MODEL, "p-1")));
            insert.executeUpdate();
        }
    }
}
