package dev.mvstudio.testkit.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * What happens out of the ordinary: to the next calls, or to a share of all. What is due once goes before what is left
 * to chance; of several the one that was said first.
 */
public class Odds<T, C> {
    private static final class Due<T, C> {
        private static final int ALWAYS = Integer.MAX_VALUE;

        private final T what;
        private final Set<C> where;
        private final double share;
        private int left;

        Due(T what, Set<C> where, double share, int left) {
            this.what = what;
            this.where = where;
            this.share = share;
            this.left = left;
        }

        boolean isFor(C call) {
            return where.isEmpty() || where.contains(call);
        }

        boolean isCounted() {
            return left < ALWAYS;
        }

        boolean isUsedUp() {
            return isCounted() && --left == 0;
        }
    }

    private final Random random;
    private final List<Due<T, C>> due = new ArrayList<>();

    public Odds(Random random) {
        this.random = random;
    }

    /** For the next call, of these kinds when some are named. */
    @SafeVarargs
    public final Odds<T, C> once(T what, C... where) {
        return times(1, what, where);
    }

    /** For so many of the next calls, of these kinds when some are named. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final synchronized Odds<T, C> times(int calls, T what, C... where) {
        due.add(new Due<>(what, Set.of(where), 1, calls));
        return this;
    }

    /**
     * For a share of all calls, of these kinds when some are named, from now on.
     *
     * @param share 0.0–1.0
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final synchronized Odds<T, C> sometimes(double share, T what, C... where) {
        if (share < 0 || share > 1) {
            throw new IllegalArgumentException("a share is 0 to 1, and not " + share);
        }
        due.add(new Due<>(what, Set.of(where), share, Due.ALWAYS));
        return this;
    }

    /** For all calls, of these kinds when some are named, from now on. */
    @SafeVarargs
    public final Odds<T, C> always(T what, C... where) {
        return sometimes(1, what, where);
    }

    /** From now on nothing. */
    public synchronized void clear() {
        due.clear();
    }

    /** What happens to this call, if anything. */
    public synchronized Optional<T> draw(C call) {
        Optional<Due<T, C>> drawn = due.stream()
                .filter(d -> d.isCounted() && d.isFor(call))
                .findFirst()
                .or(() -> due.stream()
                        .filter(d -> !d.isCounted() && d.isFor(call))
                        .filter(d -> random.nextDouble() < d.share)
                        .findFirst());
        drawn.filter(Due::isUsedUp).ifPresent(due::remove);
        return drawn.map(d -> d.what);
    }
}
