package dev.mvstudio.testkit.comfyui;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** How fast prompts are worked on: by time, or step by step as a test says. */
final class Pace {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Duration taking = Duration.ZERO;
    private boolean held;
    private int steps;

    void taking(Duration time) {
        change(() -> taking = time);
    }

    Duration taking() {
        lock.lock();
        try {
            return taking;
        } finally {
            lock.unlock();
        }
    }

    void hold() {
        change(() -> {
            held = true;
            steps = 0;
        });
    }

    void release() {
        change(() -> held = false);
    }

    /** Lets so many steps more happen while all is held. */
    void allow(int more) {
        change(() -> steps += more);
    }

    /** Somebody who waits here may want to stop. */
    void wake() {
        change(() -> {});
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for this long, and for permission; ends early when it is to stop. */
    void await(Duration time, BooleanSupplier stop) {
        lock.lock();
        try {
            long left = time.toNanos();
            while (left > 0 && !stop.getAsBoolean()) {
                left = changed.awaitNanos(left);
            }
            while (held && steps == 0 && !stop.getAsBoolean()) {
                changed.await();
            }
            steps = Math.max(0, steps - 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is to stop. */
    void awaitStop(BooleanSupplier stop) {
        lock.lock();
        try {
            while (!stop.getAsBoolean()) {
                changed.await(1, TimeUnit.DAYS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
