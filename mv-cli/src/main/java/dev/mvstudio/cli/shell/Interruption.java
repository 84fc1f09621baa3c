package dev.mvstudio.cli.shell;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The wish to stop: Ctrl-C and SIGTERM. It interrupts the command, which then puts its things in order and ends. */
public final class Interruption {
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile int code;
    private volatile @Nullable Thread worker;

    /** Runs a command on this thread such that it can be interrupted. */
    public int guard(IntSupplier command) {
        worker = Thread.currentThread();
        try {
            code = command.getAsInt();
            return code;
        } finally {
            over.countDown();
        }
    }

    public boolean requested() {
        return requested;
    }

    /**
     * Interrupts the command and waits until it has ended.
     *
     * @return its exit code; empty when it was over before, or does not end in time
     */
    public OptionalInt stop(Duration patience) {
        Thread running = worker;
        if (running == null || over.getCount() == 0) {
            return OptionalInt.empty();
        }
        requested = true;
        running.interrupt();
        try {
            return over.await(patience.toMillis(), TimeUnit.MILLISECONDS) ? OptionalInt.of(code) : OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }
}
