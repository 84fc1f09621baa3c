package dev.mvstudio.testkit.replicate;

import java.time.Duration;

/**
 * How long things last.
 *
 * @param starting from creation until the model begins
 * @param running from there until it is done
 * @param data how long after the end input, output and logs are kept
 * @param outputs how long after the end the files can be had
 * @param files how long a file that was handed in is kept
 */
public record Timing(Duration starting, Duration running, Duration data, Duration outputs, Duration files) {
    /** As the real one, but done after a second. */
    static final Timing USUAL = new Timing(
            Duration.ofMillis(200),
            Duration.ofMillis(800),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofHours(24));

    Timing taking(Duration toStart, Duration toRun) {
        return new Timing(toStart, toRun, data, outputs, files);
    }

    Timing keeping(Duration keptData, Duration keptOutputs) {
        return new Timing(starting, running, keptData, keptOutputs, files);
    }

    Timing keepingFiles(Duration kept) {
        return new Timing(starting, running, data, outputs, kept);
    }
}
