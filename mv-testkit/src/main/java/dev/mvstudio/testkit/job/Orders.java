package dev.mvstudio.testkit.job;

import dev.mvstudio.domain.cost.Money;
import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobOrder;
import dev.mvstudio.domain.job.Lane;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders to try stores of jobs with. */
public final class Orders {
    public static final Instant NOON = Instant.parse("2026-06-01T12:00:00.123456Z");
    public static final Backend BACKEND = new Backend("preview");
    public static final Model MODEL = new Model("preview/video-1");
    public static final String KIND = "generate_video";
    public static final String LANE = "preview";

    private Orders() {}

    /** A lane of this width in which many may wait. */
    public static Lane lane(int width) {
        return new Lane(LANE, width, null, 1_000_000);
    }

    public static JobId id() {
        return new JobId(UUID.randomUUID());
    }

    /** By nobody in particular, without a key. */
    public static JobOrder plain() {
        return by("");
    }

    public static JobOrder by(String caller) {
        return order(id(), null, caller, null);
    }

    /** With this key and fingerprint. */
    public static JobOrder keyed(String caller, String key, String fingerprint) {
        return order(id(), null, caller, new JobOrder.Idempotency(key, fingerprint));
    }

    /** A step of a larger job. */
    public static JobOrder step(JobId parent, String step) {
        return order(id(), new JobOrder.Place(parent, step), "", null);
    }

    /** The same in another lane. */
    public static JobOrder in(String lane, JobOrder o) {
        return new JobOrder(
                o.id(),
                o.kind(),
                o.place(),
                o.caller(),
                lane,
                o.backend(),
                o.model(),
                o.flavor(),
                o.request(),
                o.warnings(),
                o.estimate(),
                o.keep(),
                o.createdAt(),
                o.idempotency(),
                o.webhook());
    }

    private static JobOrder order(
            JobId id, JobOrder.@Nullable Place place, String caller, JobOrder.@Nullable Idempotency idempotency) {
        return new JobOrder(
                id,
                KIND,
                place,
                caller,
                LANE,
                BACKEND,
                MODEL,
                "fixed",
                "{\"prompt\":\"a violin\"}",
                List.of(),
                new Money(new BigDecimal("0.25"), Currency.getInstance("USD")),
                false,
                NOON,
                idempotency,
                null);
    }

    /** An error of {@link #BACKEND}. */
    public static JobError error(boolean resumable) {
        return new JobError("TIMEOUT", BACKEND, "it took too long", true, resumable, null);
    }
}
