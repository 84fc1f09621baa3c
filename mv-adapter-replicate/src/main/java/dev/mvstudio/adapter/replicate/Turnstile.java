package dev.mvstudio.adapter.replicate;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Lets calls of one kind through one after the other once Replicate has asked to slow down: none before the wait is
 * over, and then with a distance that shrinks with every call that goes well. Calls that come too early count against
 * the account, so it is better to be a little slow than to be refused.
 */
final class Turnstile {
    private static final long LONGEST = Duration.ofSeconds(60).toNanos();
    private static final long SHORTEST = Duration.ofMillis(100).toNanos();

    private final LongSupplier nanoTime;
    private final boolean keepsDistance;
    private boolean waiting;
    private long opens;
    private long distance;

    /** @param keepsDistance whether calls keep a distance after a wait; otherwise all may pass at once */
    Turnstile(LongSupplier nanoTime, boolean keepsDistance) {
        this.nanoTime = nanoTime;
        this.keepsDistance = keepsDistance;
        this.opens = nanoTime.getAsLong();
    }

    /** Takes a turn: zero when the call may go now, otherwise how long to wait before asking again. */
    synchronized Duration enter() {
        long now = nanoTime.getAsLong();
        if (opens - now > 0) {
            return Duration.ofNanos(opens - now);
        }
        waiting = false;
        opens = now + distance;
        return Duration.ZERO;
    }

    /** Replicate asked to wait so long. Several calls that were under way together count as one. */
    synchronized void refused(Duration wait) {
        long end = nanoTime.getAsLong() + wait.toNanos();
        opens = opens - end > 0 ? opens : end;
        if (keepsDistance) {
            long more = waiting ? distance : distance * 3 / 2;
            distance = Math.min(LONGEST, Math.max(wait.toNanos(), more));
        }
        waiting = true;
    }

    /** A call went well. */
    synchronized void passed() {
        distance = distance * 9 / 10;
        if (distance < SHORTEST) {
            distance = 0;
        }
    }
}
