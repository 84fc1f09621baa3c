package dev.mvstudio.application.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names of the last ten minutes, the last ten thousand at most: longer than any receiver takes an old message. */
final class SeenLately {
    static final Duration TIME = Duration.ofMinutes(10);
    static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Instant> names = new LinkedHashMap<>();

    SeenLately(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean contains(String name) {
        forget(MOST);
        return names.containsKey(name);
    }

    synchronized void add(String name) {
        forget(MOST - 1);
        names.putIfAbsent(name, clock.instant());
    }

    private void forget(int most) {
        Instant old = clock.instant().minus(TIME);
        Iterator<Instant> oldestFirst = names.values().iterator();
        while (oldestFirst.hasNext() && (oldestFirst.next().isBefore(old) || names.size() > most)) {
            oldestFirst.remove();
        }
    }
}
