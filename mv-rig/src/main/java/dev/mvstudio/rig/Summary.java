package dev.mvstudio.rig;

import java.time.Duration;
import java.util.List;

/**
 * What came of films whose servers were killed.
 *
 * @param kills how often a server was killed
 * @param films how many were ordered
 * @param orders how many generations the provider was asked for
 * @param duplicates how many of those were for an intent that had been ordered already
 * @param lost how many finished results cannot be had
 * @param stuck how many jobs were not over in the end
 * @param failed how many films failed
 * @param took from the first start to the last result
 * @param faults what went wrong, each in a line
 */
public record Summary(
        int kills,
        int films,
        int orders,
        int duplicates,
        int lost,
        int stuck,
        int failed,
        Duration took,
        List<String> faults) {
    public Summary {
        faults = List.copyOf(faults);
    }

    public boolean isClean() {
        return duplicates + lost + stuck + failed + faults.size() == 0;
    }

    @Override
    public String toString() {
        return kills + " kills, " + films + " films, " + orders + " generations: " + duplicates + " ordered twice, "
                + lost + " results lost, " + stuck + " jobs stuck, " + failed + " films failed; " + took.toSeconds()
                + " s"
                + String.join("", faults.stream().map(fault -> "\n  " + fault).toList());
    }
}
