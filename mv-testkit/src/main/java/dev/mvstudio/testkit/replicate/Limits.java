package dev.mvstudio.testkit.replicate;

import dev.mvstudio.testkit.wire.Bucket;
import java.time.Clock;
import java.util.Map;

/**
 * The account's rate limits: a bucket of tokens for orders, and one for everything else. A call that is refused counts
 * as well, up to a second's worth: who keeps asking waits longer.
 */
public final class Limits {
    private final Clock clock;
    private volatile Bucket orders;
    private volatile Bucket others;
    private volatile boolean lowCredit;
    private volatile boolean inWords;
    private volatile boolean header;

    Limits(Clock clock) {
        this.clock = clock;
        orders = new Bucket(600, 600, clock.instant());
        others = new Bucket(3000, 3000, clock.instant());
    }

    /** So many orders a minute, so many of them at once. */
    public Limits creating(int perMinute, int burst) {
        orders = new Bucket(perMinute, burst, clock.instant());
        lowCredit = false;
        return this;
    }

    /** So many other calls a minute, so many of them at once. */
    public Limits asking(int perMinute, int burst) {
        others = new Bucket(perMinute, burst, clock.instant());
        return this;
    }

    /** Less than 5 dollars are left: six orders a minute, one at a time. */
    public Limits lowCredit() {
        creating(6, 1);
        lowCredit = true;
        return this;
    }

    /** Refuses in the older form, which only says in words how long to wait. */
    public Limits tellingInWords() {
        inWords = true;
        return this;
    }

    /** Refuses with a header {@code Retry-After} as well. */
    public Limits tellingInHeader() {
        header = true;
        return this;
    }

    /** Takes a token for this call, or refuses it. */
    void pass(Call call) {
        Bucket bucket = call == Call.CREATE ? orders : others;
        long seconds = (long) Math.ceil(bucket.take(clock.instant()).toNanos() / 1e9);
        if (seconds > 0) {
            Answer answer = Answer.json(429, text(bucket, seconds));
            throw new Refused(header ? answer.withHeaders(Map.of("Retry-After", Long.toString(seconds))) : answer);
        }
    }

    private String text(Bucket bucket, long seconds) {
        if (inWords) {
            return Texts.throttledInWords(seconds);
        }
        if (bucket != orders) {
            return Texts.throttledAsking(bucket.perMinute(), seconds);
        }
        return lowCredit
                ? Texts.throttledForLittleCredit(bucket.perMinute(), bucket.burst(), seconds)
                : Texts.throttled(bucket.perMinute(), seconds);
    }
}
