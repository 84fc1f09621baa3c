package dev.mvstudio.adapter.comfyui;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Prompts of which their server knows nothing: one that is just over may be in no list for a moment. */
final class Missing {
    private static final Duration LONG = Duration.ofSeconds(2);
    private static final int MOST = 10_000;

    private final LongSupplier nanoTime;
    private final Map<String, Long> since = new ConcurrentHashMap<>();

    Missing(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Remembers that it is not there now, and tells whether it was not either a while ago. */
    boolean isLongMissing(String prompt) {
        if (since.size() >= MOST) {
            since.clear();
        }
        long now = nanoTime.getAsLong();
        return now - since.computeIfAbsent(prompt, first -> now) >= LONG.toNanos();
    }

    void remove(String prompt) {
        since.remove(prompt);
    }
}
