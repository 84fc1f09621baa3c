package dev.mvstudio.testkit.gemini;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The clips of the project. */
final class Clips {
    private final Clock clock;
    private final Ledger ledger;
    private final Supplier<String> ids;
    private final Map<String, Clip> all = new LinkedHashMap<>();
    private final Map<String, Clip> byFile = new LinkedHashMap<>();
    private volatile Duration taking = Duration.ofSeconds(1);

    Clips(Clock clock, Ledger ledger, Supplier<String> ids) {
        this.clock = clock;
        this.ledger = ledger;
        this.ids = ids;
    }

    void taking(Duration time) {
        taking = time;
    }

    Clip order(Asked order, int samples, Outcome outcome) {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            files.add(ids.get());
        }
        Clip clip = new Clip(order, taking, outcome, files);
        synchronized (this) {
            all.put(clip.id(), clip);
            files.forEach(f -> byFile.put(f, clip));
        }
        ledger.ordered(order);
        ledger.clips(underWay());
        return clip;
    }

    private synchronized int underWay() {
        Instant now = clock.instant();
        return (int) all.values().stream().filter(c -> !c.isOver(now)).count();
    }

    /** The clip that was ordered so. */
    synchronized Optional<Clip> find(String id, Call order) {
        return Optional.ofNullable(all.get(id)).filter(c -> c.order().call() == order);
    }

    /** The clip that this is a file of. */
    synchronized Optional<Clip> ofFile(String file) {
        return Optional.ofNullable(byFile.get(file));
    }

    synchronized void forget(Clip clip) {
        all.remove(clip.id());
    }

    synchronized void hurry() {
        all.values().forEach(c -> c.hurry(clock.instant()));
    }
}
