package dev.mvstudio.domain.asset;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The lengths that a model makes, in whole seconds, shortest first. */
public record Durations(List<Integer> seconds) {
    public static final Durations NONE = new Durations(List.of());

    public Durations {
        seconds = seconds.stream().sorted().distinct().toList();
    }

    public static Durations between(int shortest, int longest) {
        return new Durations(IntStream.rangeClosed(shortest, longest).boxed().toList());
    }

    public boolean allow(Duration length) {
        return seconds.contains((int) length.toSeconds()) && length.toNanosPart() == 0;
    }

    /** The allowed length next to the asked one; the longer of two that are equally near. */
    public Duration nearest(Duration asked) {
        return seconds.stream()
                .map(Duration::ofSeconds)
                .min(Comparator.comparing((Duration d) -> d.minus(asked).abs())
                        .thenComparing(Comparator.<Duration>reverseOrder()))
                .orElseThrow(() -> new IllegalStateException("this model makes no clips"));
    }

    /** For messages: {@code 1 to 60 seconds} or {@code 4, 6 or 8 seconds}. */
    @Override
    public String toString() {
        int last = seconds.size() - 1;
        if (last < 0) {
            return "none";
        }
        if (last == 0) {
            return seconds.get(0) + " seconds";
        }
        if (seconds.get(last) - seconds.get(0) == last) {
            return seconds.get(0) + " to " + seconds.get(last) + " seconds";
        }
        return seconds.subList(0, last).stream().map(String::valueOf).collect(Collectors.joining(", ")) + " or "
                + seconds.get(last) + " seconds";
    }
}
