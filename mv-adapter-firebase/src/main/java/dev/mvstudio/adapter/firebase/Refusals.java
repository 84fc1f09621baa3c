package dev.mvstudio.adapter.firebase;

import dev.mvstudio.adapter.firebase.FirebaseConfiguration.Timing;
import dev.mvstudio.domain.asset.AssetId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Files that the bucket does not take while it takes others. Each is tried again, less and less often. */
final class Refusals {
    private final Map<AssetId, Refusal> all = new ConcurrentHashMap<>();
    private final Timing timing;
    private final LongSupplier nanos;

    /** @param nanos a clock that only goes forward */
    Refusals(Timing timing, LongSupplier nanos) {
        this.timing = timing;
        this.nanos = nanos;
    }

    /**
     * The last one of a file.
     *
     * @param at when, in nanoseconds
     * @param pause until it is tried again
     */
    private record Refusal(String why, long at, Duration pause) {}

    /** Another refusal of a file; true when nothing like it was said of it before. */
    boolean note(AssetId id, String why) {
        Refusal before = all.get(id);
        Duration pause = before == null ? timing.pause() : timing.after(before.pause());
        all.put(id, new Refusal(why, nanos.getAsLong(), pause));
        return before == null || !before.why().equals(why);
    }

    /** Whether it is to be tried now. */
    boolean isDue(AssetId id) {
        Refusal refusal = all.get(id);
        return refusal == null || left(refusal) <= 0;
    }

    private long left(Refusal refusal) {
        return refusal.pause().toNanos() - (nanos.getAsLong() - refusal.at());
    }

    void forget(AssetId id) {
        all.remove(id);
    }

    /** Forgets all but these. */
    void retain(Set<AssetId> ids) {
        all.keySet().retainAll(ids);
    }

    int count() {
        return all.size();
    }

    /** Until the next one is due; a usual pause when there is none. */
    Duration next() {
        long least = all.values().stream()
                .mapToLong(this::left)
                .min()
                .orElse(timing.pause().toNanos());
        return Duration.ofNanos(Math.max(0, least));
    }
}
