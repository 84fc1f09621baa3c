package dev.mvstudio.application.job;

import java.util.function.DoubleConsumer;

/** Work that is done here in one go, without a ticket. Doing it again after a crash does no harm. */
@FunctionalInterface
public interface LocalGeneration<Q, A> {
    /**
     * Does it. Ends soon after its thread was interrupted.
     *
     * @param progress told now and then, 0.0–1.0
     */
    A carryOut(Job<Q> job, DoubleConsumer progress);
}
