package dev.mvstudio.adapter.local.preview.video;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The clips that wait or are in the making: first come, first served, so many at once. */
final class RenderQueue implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final ExecutorService threads;
    private final Consumer<Rendering> work;
    private final Map<String, Rendering> live = new LinkedHashMap<>();
    private boolean closed;

    RenderQueue(int width, Consumer<Rendering> work) {
        this.threads = Executors.newFixedThreadPool(width, RenderQueue.threads());
        this.work = work;
    }

    private static ThreadFactory threads() {
        return Thread.ofPlatform().name("preview-", 0).daemon(true).factory();
    }

    /** The rendering of this key: the one that is under way, else a new one. Empty once the queue is closed. */
    synchronized Optional<Rendering> submit(String key) {
        Rendering known = live.get(key);
        if (known != null || closed) {
            return Optional.ofNullable(known);
        }
        Rendering rendering = new Rendering(key);
        live.put(key, rendering);
        threads.execute(() -> run(rendering));
        return Optional.of(rendering);
    }

    private void run(Rendering rendering) {
        rendering.begin();
        try {
            if (!rendering.stopped()) {
                work.accept(rendering);
            }
        } finally {
            forget(rendering);
        }
    }

    private synchronized void forget(Rendering rendering) {
        live.remove(rendering.key());
    }

    synchronized boolean has(String key) {
        return live.containsKey(key);
    }

    /** How many wait in front of it; 0 when it is next. */
    synchronized int position(Rendering rendering) {
        int before = 0;
        for (Rendering other : live.values()) {
            if (other == rendering) {
                break;
            }
            before += other.begun() ? 0 : 1;
        }
        return before;
    }

    synchronized Optional<Rendering> find(String key) {
        return Optional.ofNullable(live.get(key));
    }

    /** Stops what runs and forgets what waits. */
    @Override
    public void close() {
        List<Rendering> left;
        synchronized (this) {
            closed = true;
            left = new ArrayList<>(live.values());
        }
        left.forEach(Rendering::stop);
        threads.shutdownNow();
        try {
            threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
