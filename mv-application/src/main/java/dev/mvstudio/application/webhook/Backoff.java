package dev.mvstudio.application.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When to try again: ten tries within eight hours or a little more, each pause up to a fifth longer by chance. */
public final class Backoff {
    /** How often an event is tried to be told. */
    public static final int TRIES = 10;

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));

    private static final double JITTER = 0.2;

    /** A receiver that asks for more does not get it. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private final InstantSource clock;
    private final RandomGenerator chance;

    public Backoff(InstantSource clock, RandomGenerator chance) {
        this.clock = clock;
        this.chance = chance;
    }

    Instant now() {
        return clock.instant();
    }

    /** How long until this instant; zero when it has passed. */
    Duration until(@Nullable Instant later) {
        Duration wait = later == null ? Duration.ZERO : Duration.between(now(), later);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /**
     * How long to wait.
     *
     * @param failed how many tries were in vain, 1 to {@link #TRIES} - 1
     * @param asked how long the receiver asked to wait
     */
    Duration pause(int failed, @Nullable Duration asked) {
        Duration planned = PAUSES.get(failed - 1);
        Duration spread = Duration.ofMillis((long) (planned.toMillis() * JITTER * chance.nextDouble()));
        Duration pause = planned.plus(spread);
        if (asked == null || asked.compareTo(pause) <= 0) {
            return pause;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked.plus(spread);
    }
}
