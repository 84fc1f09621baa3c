package dev.mvstudio.adapter.jdbc.job;

import static java.util.Objects.requireNonNull;

import dev.mvstudio.adapter.jdbc.database.Transaction;
import dev.mvstudio.domain.cost.Money;
import dev.mvstudio.domain.job.Checkpoint;
import dev.mvstudio.domain.job.Documents;
import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobOrder;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStatus;
import dev.mvstudio.domain.job.Stage;
import dev.mvstudio.domain.job.StoredJob;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.Ticket;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the table {@code job}. */
final class JobRows {
    private static final String BY_ID = "select * from job where id = ?";

    private final Documents documents;

    JobRows(Documents documents) {
        this.documents = documents;
    }

    private record Warnings(List<String> warnings) {}

    private record Outputs(List<Output> outputs) {}

    Optional<StoredJob> find(Transaction t, JobId id) throws SQLException {
        return t.find(BY_ID, this::read, id.value());
    }

    /** Nobody else can change it until the transaction is over. */
    Optional<StoredJob> lock(Transaction t, JobId id) throws SQLException {
        return t.find(BY_ID + " for update", this::read, id.value());
    }

    void insert(Transaction t, JobOrder order) throws SQLException {
        JobOrder.Place place = order.place();
        JobOrder.Idempotency idempotency = order.idempotency();
        JobStatus status = JobStatus.queued(order.keep());
        t.update(
                """
                insert into job (id, parent, step, kind, caller, lane, backend, model, flavor, request, warnings,
                    estimate_amount, estimate_currency, keep_ordered, created_at, idempotency_key, fingerprint,
                    webhook, state, queued_at, attempt, checkpoint, outputs, stage, progress, keep, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                """,
                order.id().value(),
                place == null ? null : place.parent().value(),
                place == null ? null : place.step(),
                order.kind(),
                order.caller(),
                order.lane(),
                order.backend().name(),
                order.model().name(),
                order.flavor(),
                order.request(),
                documents.write(new Warnings(order.warnings())),
                order.estimate().amount().toString(),
                order.estimate().currency().getCurrencyCode(),
                order.keep(),
                order.createdAt(),
                idempotency == null ? null : idempotency.key(),
                idempotency == null ? null : idempotency.fingerprint(),
                text(order.webhook()),
                status.state().word(),
                order.createdAt(),
                status.attempt(),
                word(status.checkpoint()),
                documents.write(new Outputs(status.outputs())),
                status.stage().word(),
                status.progress(),
                status.keep());
    }

    /** Writes a status over another one. */
    void update(Transaction t, JobId id, JobStatus status) throws SQLException {
        t.update(
                """
                update job
                set state = ?, attempt = ?, checkpoint = ?, intended_at = ?, ticket = ?, ticket_key = ?, outputs = ?, stage = ?, progress = ?,
                    message = ?, result = ?, error = ?, started_at = ?, finished_at = ?, keep = ?,
                    version = version + 1
                where id = ?
                """,
                status.state().word(),
                status.attempt(),
                word(status.checkpoint()),
                status.intendedAt(),
                text(status.ticket()),
                key(status.ticket()),
                documents.write(new Outputs(status.outputs())),
                status.stage().word(),
                status.progress(),
                status.message(),
                status.result(),
                text(status.error()),
                status.startedAt(),
                status.finishedAt(),
                status.keep(),
                id.value());
    }

    /** It begins to wait again. */
    void waits(Transaction t, JobId id, Instant since) throws SQLException {
        t.update("update job set queued_at = ? where id = ?", since, id.value());
    }

    /** Whose ticket this is. */
    Optional<StoredJob> holder(Transaction t, Backend backend, String ticketId) throws SQLException {
        return t.find("select * from job where ticket_key = ?", this::read, key(backend, ticketId));
    }

    private static @Nullable String key(@Nullable Ticket ticket) {
        return ticket == null ? null : key(ticket.backend(), ticket.id());
    }

    private static String key(Backend backend, String ticketId) {
        return backend.name() + ":" + ticketId;
    }

    StoredJob read(ResultSet row) throws SQLException {
        return new StoredJob(order(row), status(row), row.getLong("version"));
    }

    private JobOrder order(ResultSet row) throws SQLException {
        return new JobOrder(
                id(row),
                row.getString("kind"),
                place(row),
                row.getString("caller"),
                row.getString("lane"),
                new Backend(row.getString("backend")),
                new Model(row.getString("model")),
                row.getString("flavor"),
                row.getString("request"),
                documents.read(row.getString("warnings"), Warnings.class).warnings(),
                new Money(
                        new BigDecimal(row.getString("estimate_amount")),
                        Currency.getInstance(row.getString("estimate_currency"))),
                row.getBoolean("keep_ordered"),
                requireNonNull(Transaction.instant(row, "created_at")),
                idempotency(row),
                value(row.getString("webhook"), JobOrder.Webhook.class));
    }

    private JobStatus status(ResultSet row) throws SQLException {
        return new JobStatus(
                state(row),
                row.getInt("attempt"),
                Checkpoint.valueOf(name(row, "checkpoint")),
                Transaction.instant(row, "intended_at"),
                value(row.getString("ticket"), Ticket.class),
                documents.read(row.getString("outputs"), Outputs.class).outputs(),
                stage(row),
                row.getDouble("progress"),
                row.getString("message"),
                row.getString("result"),
                value(row.getString("error"), JobError.class),
                Transaction.instant(row, "started_at"),
                Transaction.instant(row, "finished_at"),
                row.getBoolean("keep"));
    }

    static JobId id(ResultSet row) throws SQLException {
        return new JobId(row.getObject("id", UUID.class));
    }

    static JobState state(ResultSet row) throws SQLException {
        return JobState.valueOf(name(row, "state"));
    }

    static Stage stage(ResultSet row) throws SQLException {
        return Stage.valueOf(name(row, "stage"));
    }

    static String name(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }

    private static String word(Checkpoint checkpoint) {
        return checkpoint.name().toLowerCase(Locale.ROOT);
    }

    private static JobOrder.@Nullable Place place(ResultSet row) throws SQLException {
        UUID parent = row.getObject("parent", UUID.class);
        return parent == null ? null : new JobOrder.Place(new JobId(parent), row.getString("step"));
    }

    private static JobOrder.@Nullable Idempotency idempotency(ResultSet row) throws SQLException {
        String key = row.getString("idempotency_key");
        return key == null ? null : new JobOrder.Idempotency(key, row.getString("fingerprint"));
    }

    private @Nullable String text(@Nullable Record value) {
        return value == null ? null : documents.write(value);
    }

    private <T extends Record> @Nullable T value(@Nullable String text, Class<T> type) {
        return text == null ? null : documents.read(text, type);
    }

    /** The job that this order stands for already. One question for each way to know it: joined by "or" they would read the whole table. */
    Optional<StoredJob> existing(Transaction t, JobOrder order) throws SQLException {
        JobOrder.Place place = order.place();
        JobOrder.Idempotency idempotency = order.idempotency();
        Optional<StoredJob> known = find(t, order.id());
        if (known.isEmpty() && place != null) {
            known = t.find(
                    "select * from job where parent = ? and step = ?",
                    this::read,
                    place.parent().value(),
                    place.step());
        }
        if (known.isEmpty() && idempotency != null) {
            known = t.find(
                    "select * from job where caller = ? and idempotency_key = ?",
                    this::read,
                    order.caller(),
                    idempotency.key());
        }
        return known;
    }
}
