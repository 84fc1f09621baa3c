package dev.mvstudio.adapter.local.preview.drawing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds out what a text speaks of first. */
public final class First {
    private First() {}

    public static <T> Optional<T> of(Words text, List<T> things, Function<T, Set<String>> words) {
        Optional<T> best = Optional.empty();
        int earliest = Integer.MAX_VALUE;
        for (T thing : things) {
            int at = text.first(words.apply(thing));
            if (at >= 0 && at < earliest) {
                best = Optional.of(thing);
                earliest = at;
            }
        }
        return best;
    }
}
