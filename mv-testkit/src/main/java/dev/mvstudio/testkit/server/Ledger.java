package dev.mvstudio.testkit.server;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a {@link FakeProvider} was asked, for those who check whether somebody paid twice. */
public final class Ledger {
    private final Clock clock;
    private final @Nullable Path file;
    private final Map<String, Made> made = new LinkedHashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();
    private int mostAtOnce;

    /**
     * An empty one.
     *
     * @param file where each order is also noted as a line; null for nowhere
     */
    Ledger(Clock clock, @Nullable Path file) {
        this.clock = clock;
        this.file = file;
    }

    synchronized void accept(Made order) {
        made.put(order.id(), order);
        Instant now = clock.instant();
        int underWay =
                (int) made.values().stream().filter(m -> m.isUnderWay(now)).count();
        mostAtOnce = Math.max(mostAtOnce, underWay);
        note("create " + order.key() + " " + order.kind() + " " + order.id() + " " + order.takes());
    }

    synchronized void cancel(String id) {
        made.computeIfPresent(id, (same, m) -> m.canceled(clock.instant()));
        note("cancel " + id);
    }

    synchronized void hurry() {
        made.replaceAll((id, m) -> m.hurried(clock.instant()));
        note("hurry");
    }

    /** A call that does not order anything. */
    synchronized void count(String call) {
        calls.merge(call, 1, Integer::sum);
    }

    private void note(String line) {
        if (file != null) {
            try {
                Files.writeString(
                        file,
                        clock.instant() + " " + line + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public synchronized Optional<Made> find(String id) {
        return Optional.ofNullable(made.get(id));
    }

    /** Everything that was ordered, in order. */
    public synchronized List<Made> orders() {
        return List.copyOf(made.values());
    }

    /** What was ordered with this key, in order; more than one is money lost. */
    public List<Made> orders(String key) {
        return orders().stream().filter(m -> m.key().equals(key)).toList();
    }

    /** The keys that were used more than once, with what was ordered. */
    public Map<String, List<Made>> duplicates() {
        Map<String, List<Made>> byKey = new TreeMap<>(orders().stream().collect(groupingBy(Made::key)));
        byKey.values().removeIf(same -> same.size() == 1);
        return byKey;
    }

    /** How often it was called for {@code status}, {@code find}, {@code cancel}, {@code open} or {@code scenes}. */
    public synchronized int calls(String call) {
        return calls.getOrDefault(call, 0);
    }

    /** The most generations that were under way at a time. */
    public synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    /** A line for each order, and one for the calls. */
    public List<String> lines() {
        Instant now = clock.instant();
        List<String> lines = new ArrayList<>();
        for (Made m : orders()) {
            lines.add(String.join(" ", m.from().toString(), m.key(), m.by(), m.kind(), m.id(), m.state(now)));
        }
        synchronized (this) {
            lines.add("calls " + new TreeMap<>(calls) + ", most at once " + mostAtOnce);
        }
        return lines;
    }
}
