package dev.mvstudio.testkit.gemini;

import dev.mvstudio.testkit.wire.Bucket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The project's rate limits, for each model on its own. What is refused is told how long to wait, in the body and to the
 * millisecond.
 */
public final class Limits {
    private record Rate(int perMinute, int burst) {}

    private final Clock clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private volatile Rate content = new Rate(1000, 1000);
    private volatile Rate clips = new Rate(60, 60);

    Limits(Clock clock) {
        this.clock = clock;
    }

    /** So many texts and pictures a minute of each model, so many of them at once; 1,000 at first. */
    public Limits content(int perMinute, int burst) {
        content = new Rate(perMinute, burst);
        buckets.clear();
        return this;
    }

    /** So many clips a minute of each model, so many of them at once; 60 at first. */
    public Limits clips(int perMinute, int burst) {
        clips = new Rate(perMinute, burst);
        buckets.clear();
        return this;
    }

    /** Takes a token for this order, or refuses it. */
    void pass(Call call, String model) {
        Rate rate = call == Call.CONTENT || call == Call.PREDICT ? content : clips;
        Bucket bucket = buckets.computeIfAbsent(model, m -> new Bucket(rate.perMinute, rate.burst, clock.instant()));
        Duration wait = bucket.take(clock.instant());
        if (!wait.isZero()) {
            BigDecimal seconds = BigDecimal.valueOf(wait.toNanos(), 9).setScale(3, RoundingMode.UP);
            throw new Refused(
                    Problem.exhausted("GenerateRequestsPerMinutePerProjectPerModel", rate.perMinute, model, seconds));
        }
    }
}
