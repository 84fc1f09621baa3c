package dev.mvstudio.adapter.jdbc.schedule;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Virtual threads, so many at once. Who brings more waits until one is free, so that nothing piles up meanwhile. */
final class BlockingThreads {
    private BlockingThreads() {}

    static ExecutorService of(int most) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                0,
                most,
                1,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofVirtual().name("job-step-", 0).factory(),
                BlockingThreads::hand);
        return threads;
    }

    private static void hand(Runnable step, ThreadPoolExecutor threads) {
        try {
            boolean taken = false;
            while (!taken) {
                if (threads.isShutdown()) {
                    throw new RejectedExecutionException("the schedule was closed");
                }
                taken = threads.getQueue().offer(step, 100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException("the schedule was closed", e);
        }
    }
}
