package dev.mvstudio.adapter.replicate;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Keeps the calls of the API within what the account may make. Calls that start something are a kind of their own. */
final class Budget {
    /** Fewer could not be spread over a minute. */
    static final int LEAST_PER_MINUTE = 10;

    private final Bucket bucket;
    private final Turnstile starts;
    private final Turnstile others;

    /**
     * A full one.
     *
     * @param callsPerMinute how many calls pass within any 60 seconds, at most
     */
    Budget(int callsPerMinute, LongSupplier nanoTime) {
        // What is saved up and what comes in within a minute may meet: together they are the limit.
        int saved = callsPerMinute / 5;
        int comingIn = callsPerMinute - saved;
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(saved).refillGreedy(comingIn, Duration.ofMinutes(1)))
                .withCustomTimePrecision(meter(nanoTime))
                .build();
        this.starts = new Turnstile(nanoTime, true);
        this.others = new Turnstile(nanoTime, false);
    }

    private static TimeMeter meter(LongSupplier nanoTime) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanoTime.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    /** Spends a call: zero when it may go now, otherwise how long to wait before asking again. */
    Duration spend(boolean start) {
        Duration wait = turnstile(start).enter();
        if (!wait.isZero()) {
            return wait;
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Replicate refused a call of this kind, and asked to wait. */
    void refused(boolean start, Duration wait) {
        turnstile(start).refused(wait);
    }

    /** A call of this kind went well. */
    void passed(boolean start) {
        turnstile(start).passed();
    }

    private Turnstile turnstile(boolean start) {
        return start ? starts : others;
    }
}
