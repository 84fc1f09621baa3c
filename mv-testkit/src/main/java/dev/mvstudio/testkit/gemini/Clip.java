package dev.mvstudio.testkit.gemini;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A clip that was ordered: when, what it will come to, and from that how it stands at any time. */
final class Clip {
    private final Asked order;
    private final Outcome outcome;
    private final List<String> files;
    private Instant ends;
    private boolean cancelled;

    /**
     * One that has just been ordered.
     *
     * @param files the names under which it can be had, when it succeeds
     */
    Clip(Asked order, Duration taking, Outcome outcome, List<String> files) {
        this.order = order;
        this.outcome = outcome;
        this.files = List.copyOf(files);
        ends = order.at().plus(taking);
    }

    Asked order() {
        return order;
    }

    String id() {
        return order.id();
    }

    Outcome outcome() {
        return outcome;
    }

    List<String> files() {
        return files;
    }

    synchronized Instant ends() {
        return ends;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    synchronized boolean isOver(Instant now) {
        return !now.isBefore(ends);
    }

    /** Lets it come to its end now, unless it is over. */
    synchronized void hurry(Instant now) {
        if (!isOver(now)) {
            ends = now;
        }
    }

    /** Stops it; false when it is over. */
    synchronized boolean cancel(Instant now) {
        if (isOver(now)) {
            return false;
        }
        cancelled = true;
        ends = now;
        return true;
    }

    /** Whether there is a file. */
    synchronized boolean isStored(Instant now, Duration kept) {
        return isOver(now) && !cancelled && outcome instanceof Outcome.Success && now.isBefore(ends.plus(kept));
    }
}
