package dev.mvstudio.adapter.jdbc.job;

import static java.util.Objects.requireNonNull;

import dev.mvstudio.adapter.jdbc.database.Transaction;
import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobStatus;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The rows of the table {@code event}. */
final class Events {
    private Events() {}

    /** Appends one. The job is locked, so that the numbers have no gaps. */
    static void append(Transaction t, JobId id, JobEvent.Type type, Instant at, JobStatus status) throws SQLException {
        t.update(
                """
                insert into event (job, id, type, at, state, stage, progress, message)
                values (?, (select coalesce(max(e.id), 0) + 1 from event e where e.job = ?), ?, ?, ?, ?, ?, ?)
                """,
                id.value(),
                id.value(),
                type.word(),
                at,
                status.state().word(),
                status.stage().word(),
                status.progress(),
                status.message());
    }

    static List<JobEvent> after(Transaction t, JobId id, long after, int limit) throws SQLException {
        return t.list(
                """
                select * from event
                where job = ? and id > ?
                order by id
                fetch first ? rows only
                """,
                row -> new JobEvent(
                        id,
                        row.getLong("id"),
                        JobEvent.Type.valueOf(JobRows.name(row, "type")),
                        requireNonNull(Transaction.instant(row, "at")),
                        JobRows.state(row),
                        JobRows.stage(row),
                        row.getDouble("progress"),
                        row.getString("message")),
                id.value(),
                after,
                limit);
    }
}
