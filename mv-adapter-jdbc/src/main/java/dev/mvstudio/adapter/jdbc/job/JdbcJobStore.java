package dev.mvstudio.adapter.jdbc.job;

import static java.util.Objects.requireNonNull;

import dev.mvstudio.adapter.jdbc.database.Database;
import dev.mvstudio.adapter.jdbc.database.Transaction;
import dev.mvstudio.domain.job.Creation;
import dev.mvstudio.domain.job.Documents;
import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.domain.job.JobFilter;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobOrder;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStatus;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.job.StoredJob;
import dev.mvstudio.domain.job.TicketTakenException;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Lane;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Ticket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Jobs in tables. The database itself refuses what the life of a job does not allow. */
public final class JdbcJobStore implements JobStore {
    private final Database database;
    private final JobRows jobs;
    private final Lanes lanes = new Lanes();

    /**
     * Opens nothing before it is used.
     *
     * @param documents writes what has no columns of its own
     */
    public JdbcJobStore(Database database, Documents documents) {
        this.database = database;
        this.jobs = new JobRows(documents);
    }

    @Override
    public Creation create(JobOrder order, Lane lane) {
        lanes.make(database, lane.name());
        return database.inTransaction(t -> {
            Lanes.lock(t, lane.name());
            Optional<StoredJob> existing = jobs.existing(t, order);
            return existing.isPresent() ? new Creation.Existing(existing.get()) : add(t, order, lane);
        });
    }

    private Creation add(Transaction t, JobOrder order, Lane lane) throws SQLException {
        JobOrder.Place place = order.place();
        if (place == null) {
            Lanes.checkLength(t, lane);
        } else {
            found(jobs.find(t, place.parent()), place.parent());
        }
        jobs.insert(t, order);
        StoredJob job = found(jobs.find(t, order.id()), order.id());
        Events.append(t, job.id(), JobEvent.Type.STATE, order.createdAt(), job.status());
        return new Creation.Created(job);
    }

    private static StoredJob found(Optional<StoredJob> job, JobId id) {
        return job.orElseThrow(() -> new NoSuchElementException("there is no job " + id));
    }

    @Override
    public Optional<StoredJob> find(JobId id) {
        return database.inTransaction(t -> jobs.find(t, id));
    }

    @Override
    public StoredJob change(JobId id, Instant at, UnaryOperator<JobStatus> change) {
        return database.inTransaction(t -> change(t, found(jobs.lock(t, id), id), at, change));
    }

    /** Changes a job that is locked. */
    private StoredJob change(Transaction t, StoredJob job, Instant at, UnaryOperator<JobStatus> change)
            throws SQLException {
        JobStatus before = job.status();
        JobStatus after = change.apply(before);
        if (after.equals(before)) {
            return job;
        }
        if (after.state() != before.state() && !before.state().mayBecome(after.state())) {
            throw new IllegalStateException("job " + job.id() + " is "
                    + before.state().word() + " and must not become "
                    + after.state().word());
        }
        checkTicket(t, job, after.ticket());
        jobs.update(t, job.id(), after);
        if (after.state() == JobState.QUEUED && before.state() != JobState.QUEUED) {
            jobs.waits(t, job.id(), at);
        }
        for (JobEvent.Type type : JobEvent.between(before, after)) {
            Events.append(t, job.id(), type, at, after);
        }
        return found(jobs.find(t, job.id()), job.id());
    }

    /** Of two jobs that take one at the same moment, the index stops the second, which then is sent back to here. */
    private void checkTicket(Transaction t, StoredJob job, @Nullable Ticket ticket) throws SQLException {
        if (ticket == null || ticket.equals(job.status().ticket())) {
            return;
        }
        Optional<StoredJob> holder = jobs.holder(t, ticket.backend(), ticket.id());
        if (holder.isPresent() && !holder.get().id().equals(job.id())) {
            throw new TicketTakenException(ticket);
        }
    }

    @Override
    public List<StoredJob> children(JobId parent) {
        return database.inTransaction(
                t -> t.list("select * from job where parent = ? order by seq", jobs::read, parent.value()));
    }

    @Override
    public List<StoredJob> list(JobFilter filter) {
        StringBuilder sql = new StringBuilder("select * from job where true");
        List<@Nullable Object> values = new ArrayList<>();
        String kind = filter.kind();
        if (kind != null) {
            sql.append(" and kind = ?");
            values.add(kind);
        }
        JobState state = filter.state();
        if (state != null) {
            sql.append(" and state = ?");
            values.add(state.word());
        }
        JobId before = filter.before();
        if (before != null) {
            sql.append(" and seq < (select b.seq from job b where b.id = ?)");
            values.add(before.value());
        }
        values.add(filter.limit());
        return database.inTransaction(
                t -> t.list(sql + " order by seq desc fetch first ? rows only", jobs::read, values.toArray()));
    }

    @Override
    public List<JobEvent> events(JobId id, long after, int limit) {
        return database.inTransaction(t -> Events.after(t, id, after, limit));
    }

    @Override
    public Map<JobId, Long> versions(Collection<JobId> ids) {
        Object[] wanted = ids.stream().map(JobId::value).distinct().toArray(UUID[]::new);
        return database.inTransaction(t -> {
            Map<JobId, Long> versions = new HashMap<>();
            t.list(
                    "select id, version from job where id = any(?)",
                    row -> versions.put(JobRows.id(row), row.getLong("version")),
                    (Object) wanted);
            return versions;
        });
    }

    @Override
    public List<JobId> admit(Lane lane, Instant now) {
        lanes.make(database, lane.name());
        return database.inTransaction(t -> {
            Lanes.lock(t, lane.name());
            List<JobId> admitted = new ArrayList<>();
            for (JobId id : Lanes.next(t, lane, now)) {
                Optional<StoredJob> job = jobs.lock(t, id).filter(j -> j.state() == JobState.QUEUED);
                if (job.isPresent()) {
                    change(t, job.get(), now, status -> status.admitted(now));
                    admitted.add(id);
                }
            }
            Lanes.admitted(t, lane.name(), now, admitted.size());
            return admitted;
        });
    }

    @Override
    public List<String> lanesInUse() {
        return database.inTransaction(Lanes::inUse);
    }

    @Override
    public List<JobId> active() {
        return database.inTransaction(
                t -> t.list("select id from job where state in ('running', 'canceling') order by seq", JobRows::id));
    }

    @Override
    public Optional<StoredJob> holder(Backend backend, String ticketId) {
        return database.inTransaction(t -> jobs.holder(t, backend, ticketId));
    }

    @Override
    public Optional<Integer> position(JobId id) {
        return database.inTransaction(t -> Lanes.position(t, id));
    }

    @Override
    public List<Duration> durations(String kind, Backend backend, Model model, int limit) {
        return database.inTransaction(t -> t.list(
                """
                select started_at, finished_at from job
                where kind = ? and backend = ? and model = ? and state = 'succeeded' and started_at is not null
                order by finished_at desc, seq desc
                fetch first ? rows only
                """,
                row -> Duration.between(
                        requireNonNull(Transaction.instant(row, "started_at")),
                        requireNonNull(Transaction.instant(row, "finished_at"))),
                kind,
                backend.name(),
                model.name(),
                limit));
    }

    @Override
    public List<StoredJob> finishedBefore(Instant instant, int limit) {
        return database.inTransaction(t -> t.list("""
                select * from job
                where state in ('succeeded', 'failed', 'canceled') and parent is null and not keep and finished_at < ?
                order by finished_at, seq
                fetch first ? rows only
                """, jobs::read, instant, limit));
    }

    @Override
    public boolean delete(JobId id) {
        return database.inTransaction(t -> t.update("delete from job where id = ?", id.value()) > 0);
    }

    @Override
    public String remember(String name, String first) {
        return database.inTransaction(t -> Memory.first(t, name, first));
    }
}
