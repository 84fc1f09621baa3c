package dev.mvstudio.adapter.jdbc.webhook;

import static java.util.Objects.requireNonNull;

import dev.mvstudio.adapter.jdbc.database.Database;
import dev.mvstudio.adapter.jdbc.database.Transaction;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.webhook.DeadLetter;
import dev.mvstudio.domain.webhook.Delivery;
import dev.mvstudio.domain.webhook.DeliveryStore;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Deliveries as rows beside their jobs. Who changes one holds its job's row. */
public final class JdbcDeliveryStore implements DeliveryStore {
    private final Database database;

    public JdbcDeliveryStore(Database database) {
        this.database = database;
    }

    @Override
    public Delivery find(JobId job) {
        return database.inTransaction(t -> find(t, job));
    }

    private static Delivery find(Transaction t, JobId job) throws SQLException {
        return t.find("select * from delivery where job = ?", JdbcDeliveryStore::delivery, job.value())
                .orElse(Delivery.of(job));
    }

    @Override
    public boolean save(Delivery delivery) {
        return database.inTransaction(t -> lock(t, delivery.job()) && save(t, delivery));
    }

    @Override
    public boolean giveUp(Delivery delivery, DeadLetter letter) {
        return database.inTransaction(t -> {
            boolean saved = lock(t, delivery.job()) && save(t, delivery);
            if (saved) {
                bury(t, letter);
            }
            return saved;
        });
    }

    @Override
    public boolean goBack(JobId job, long event) {
        return database.inTransaction(t -> {
            boolean saved = lock(t, job) && save(t, find(t, job).past(event - 1));
            if (saved) {
                t.update("delete from dead_letter where job = ? and event >= ?", job.value(), event);
            }
            return saved;
        });
    }

    @Override
    public List<DeadLetter> dead(int limit) {
        return database.inTransaction(t -> t.list(
                "select * from dead_letter order by at desc, job, event desc fetch first ? rows only",
                JdbcDeliveryStore::letter,
                limit));
    }

    /** False when the job is not there. */
    private static boolean lock(Transaction t, JobId job) throws SQLException {
        return t.find("select id from job where id = ? for update", row -> true, job.value())
                .isPresent();
    }

    private static boolean save(Transaction t, Delivery d) throws SQLException {
        if (find(t, d.job()).version() != d.version()) {
            return false;
        }
        t.update(
                d.version() == 0
                        ? "insert into delivery (past, tries, not_before, gone, version, job) values (?, ?, ?, ?, ?, ?)"
                        : "update delivery set past = ?, tries = ?, not_before = ?, gone = ?, version = ? where job = ?",
                d.past(),
                d.tries(),
                d.notBefore(),
                d.gone(),
                d.version() + 1,
                d.job().value());
        return true;
    }

    private static void bury(Transaction t, DeadLetter letter) throws SQLException {
        t.update(
                "delete from dead_letter where job = ? and event = ?",
                letter.job().value(),
                letter.event());
        t.update(
                "insert into dead_letter (job, event, url, tries, at, answer) values (?, ?, ?, ?, ?, ?)",
                letter.job().value(),
                letter.event(),
                letter.url().toString(),
                letter.tries(),
                letter.at(),
                letter.answer());
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                job(row),
                row.getLong("past"),
                row.getInt("tries"),
                Transaction.instant(row, "not_before"),
                row.getBoolean("gone"),
                row.getLong("version"));
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                job(row),
                row.getLong("event"),
                URI.create(row.getString("url")),
                row.getInt("tries"),
                requireNonNull(Transaction.instant(row, "at")),
                row.getString("answer"));
    }

    private static JobId job(ResultSet row) throws SQLException {
        return new JobId(row.getObject("job", UUID.class));
    }
}
