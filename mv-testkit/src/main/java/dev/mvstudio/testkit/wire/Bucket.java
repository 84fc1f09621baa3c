package dev.mvstudio.testkit.wire;

import java.time.Duration;
import java.time.Instant;

/**
 * A rate limit: a bucket of tokens that fills evenly. A call that is refused counts as well, up to a second's worth: who
 * keeps asking waits longer.
 */
public final class Bucket {
    private final int perMinute;
    private final int burst;
    private double tokens;
    private Instant filled;

    /** A full one, for so many calls a minute and so many of them at once. */
    public Bucket(int perMinute, int burst, Instant now) {
        this.perMinute = perMinute;
        this.burst = burst;
        tokens = burst;
        filled = now;
    }

    public int perMinute() {
        return perMinute;
    }

    public int burst() {
        return burst;
    }

    /** How long to wait; zero when the call may pass. */
    public synchronized Duration take(Instant now) {
        double perSecond = perMinute / 60.0;
        double since = Math.max(0, Duration.between(filled, now).toNanos() / 1e9);
        tokens = Math.min(burst, tokens + since * perSecond);
        filled = now;
        if (tokens >= 1) {
            tokens--;
            return Duration.ZERO;
        }
        tokens = Math.max(-Math.max(1, perSecond), tokens - 1);
        return Duration.ofNanos((long) Math.ceil((1 - tokens) / perSecond * 1e9));
    }
}
