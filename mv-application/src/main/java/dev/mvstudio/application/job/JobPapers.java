package dev.mvstudio.application.job;

import dev.mvstudio.domain.job.Documents;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobOrder;
import dev.mvstudio.domain.job.JobOrder.Place;
import dev.mvstudio.domain.job.JobStatus;
import dev.mvstudio.domain.job.StoredJob;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Jobs as they are done, and as they are kept. */
final class JobPapers {
    private final Documents documents;
    private final Procedures procedures;
    private final Lanes lanes;
    private final Supplier<UUID> ids;
    private final Clock clock;

    JobPapers(Documents documents, Procedures procedures, Lanes lanes, Supplier<UUID> ids, Clock clock) {
        this.documents = documents;
        this.procedures = procedures;
        this.lanes = lanes;
        this.ids = ids;
        this.clock = clock;
    }

    JobOrder order(Plan<? extends Record> plan, Submission terms, @Nullable Place place) {
        return new JobOrder(
                new JobId(ids.get()),
                plan.kind().word(),
                place,
                terms.caller(),
                lanes.of(plan.kind(), plan.backend()).name(),
                plan.backend(),
                plan.model(),
                plan.flavor(),
                documents.write(plan.request()),
                plan.warnings(),
                plan.estimate(),
                terms.keep(),
                clock.instant(),
                terms.idempotency(),
                terms.webhook());
    }

    <Q extends Record> Job<Q> job(StoredJob stored, Procedure<Q, ?> procedure) {
        JobOrder order = stored.order();
        Plan<Q> plan = new Plan<>(
                procedure.kind(),
                documents.read(order.request(), procedure.request()),
                order.backend(),
                order.model(),
                order.flavor(),
                Map.of(),
                Map.of(),
                order.warnings(),
                order.estimate());
        JobStatus status = stored.status();
        return new Job<>(
                stored.id(),
                plan,
                status.attempt(),
                status.keep(),
                order.createdAt(),
                Objects.requireNonNullElse(status.startedAt(), order.createdAt()));
    }

    Record request(StoredJob stored) {
        return documents.read(stored.order().request(), procedures.of(stored).request());
    }

    /** What came of it; null unless it succeeded. */
    @Nullable
    Answer answer(StoredJob stored) {
        String result = stored.status().result();
        return result == null
                ? null
                : documents.read(result, procedures.of(stored).answer());
    }

    String write(Record answer) {
        return documents.write(answer);
    }

    Procedure<?, ?> procedure(StoredJob stored) {
        return procedures.of(stored);
    }
}
