package dev.mvstudio.adapter.jdbc.database;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does something on a thread that nobody can interrupt. An embedded database is closed for everybody when a thread is
 * interrupted while it writes (H2 2.4.240, also with its file system {@code retry:}).
 */
final class Undisturbed {
    private Undisturbed() {}

    static <T> T get(Supplier<T> deed) {
        FutureTask<T> task = new FutureTask<>(deed::get);
        Thread.ofVirtual().name("database").start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw unchecked(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }
}
