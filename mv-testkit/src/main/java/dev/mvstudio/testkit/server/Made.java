package dev.mvstudio.testkit.server;

import java.time.Duration;
import java.time.Instant;

/**
 * One generation that was ordered, and how far it is.
 *
 * @param id the provider's own name for it
 * @param key what the caller named it
 * @param by who ordered, as callers call themselves; empty when they do not
 * @param kind {@code video} or {@code image}
 * @param outputs how many files it gives
 * @param from when it was accepted
 * @param takes how long it takes
 * @param fails whether it fails in the end
 * @param canceledAt when it was stopped, while it was not over; {@link Instant#MAX} for never
 */
public record Made(
        String id,
        String key,
        String by,
        String kind,
        int outputs,
        Instant from,
        Duration takes,
        boolean fails,
        Instant canceledAt) {
    /** One of {@code pending}, {@code running}, {@code finished}, {@code failed}, {@code canceled}. */
    public String state(Instant now) {
        if (canceledAt.isBefore(Instant.MAX)) {
            return "canceled";
        }
        double progress = progress(now);
        if (progress >= 1) {
            return fails ? "failed" : "finished";
        }
        return progress < 0.1 ? "pending" : "running";
    }

    double progress(Instant now) {
        double passed = Duration.between(from, now).toNanos();
        return takes.isZero() ? 1 : Math.clamp(passed / takes.toNanos(), 0.0, 1.0);
    }

    boolean isUnderWay(Instant now) {
        return canceledAt.equals(Instant.MAX) && progress(now) < 1;
    }

    /** Stopped, unless it is over. */
    Made canceled(Instant now) {
        return isUnderWay(now) ? new Made(id, key, by, kind, outputs, from, takes, fails, now) : this;
    }

    /** Over, unless it was before. */
    Made hurried(Instant now) {
        return isUnderWay(now)
                ? new Made(id, key, by, kind, outputs, from, Duration.between(from, now), fails, canceledAt)
                : this;
    }
}
