package dev.mvstudio.adapter.jdbc.schedule;

import java.time.Duration;

/**
 * How a schedule works.
 *
 * @param calls how many at once, at least 1
 * @param poll how often the database is asked what is due; what this process wakes is called without waiting for it
 * @param heartbeat how often a call in flight shows that its process is alive
 * @param lease how long after its last heartbeat a process is taken for dead; 4 heartbeats at least
 */
public record ScheduleTiming(int calls, Duration poll, Duration heartbeat, Duration lease) {
    /** A node that died is noticed 4–6 seconds later. */
    public static final ScheduleTiming USUAL =
            new ScheduleTiming(64, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(4));

    private static final int LEAST_HEARTBEATS = 4;

    public ScheduleTiming {
        if (calls < 1 || !poll.isPositive() || !heartbeat.isPositive()) {
            throw new IllegalArgumentException("a schedule needs at least one call, and positive times");
        }
        if (lease.compareTo(heartbeat.multipliedBy(LEAST_HEARTBEATS)) < 0) {
            throw new IllegalArgumentException("the lease must be at least " + LEAST_HEARTBEATS + " heartbeats");
        }
    }

    int heartbeats() {
        return (int) lease.dividedBy(heartbeat);
    }
}
