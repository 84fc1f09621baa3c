package dev.mvstudio.application.job;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param timeout the whole of one generation, from its place in the lane on
 * @param pollInterval between two questions to the backend, at first; a job that takes long is asked less often
 * @param submitAttempts how often a start that surely failed is tried, at least 1
 * @param collectAttempts how often a broken download is begun, at least 1
 * @param doubt how long a backend that knows nothing of a start that may have happened is asked again before it is
 *     believed: what it accepted a moment ago, or is being sent by a node wrongly taken for dead, may not show yet
 */
public record JobTiming(
        Duration timeout, Duration pollInterval, int submitAttempts, int collectAttempts, Duration doubt) {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);

    /**
     * How long to wait for the next question to a backend that has been at work for this long.
     *
     * @param interval between two questions, at first
     */
    Duration nextPoll(Duration atWork, Duration interval) {
        return shorter(longer(atWork.dividedBy(16), interval), longer(interval, LONGEST_PAUSE));
    }

    /** How long to wait before something that failed this many times is tried again. */
    Duration backOff(int failures) {
        return shorter(pollInterval.multipliedBy(1L << Math.min(failures, 16)), LONGEST_BACK_OFF);
    }

    static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }

    static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
