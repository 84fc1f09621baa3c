package dev.mvstudio.application.asset;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How long things are kept.
 *
 * @param media files, from when they were made; null for ever. A change counts for what is made from then on
 * @param jobs jobs with their events, from when they ended; null for ever
 * @param tombstones that a file expired, to be able to say so, from when it did
 */
public record Retention(@Nullable Duration media, @Nullable Duration jobs, Duration tombstones) {
    /** Nothing expires. */
    public static final Retention FOREVER = new Retention(null, null, Duration.ZERO);

    public Retention {
        checkNotNegative(media);
        checkNotNegative(jobs);
        checkNotNegative(tombstones);
    }

    private static void checkNotNegative(@Nullable Duration time) {
        if (time != null && time.isNegative()) {
            throw new IllegalArgumentException("nothing is kept for less than no time: " + time);
        }
    }

    /** When a file that is made now may be swept away; null for never. */
    public @Nullable Instant mediaExpiry(Instant now) {
        return media == null ? null : now.plus(media);
    }

    /** The later one, where null is never. */
    static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }

    /** For messages: {@code 30 days}, {@code 36 hours}. */
    static String words(Duration time) {
        for (ChronoUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES)) {
            long whole = time.dividedBy(unit.getDuration());
            if (whole > 0 && unit.getDuration().multipliedBy(whole).equals(time)) {
                return count(whole, unit);
            }
        }
        return count(time.toSeconds(), ChronoUnit.SECONDS);
    }

    private static String count(long number, ChronoUnit unit) {
        String plural = unit.toString().toLowerCase(Locale.ROOT);
        return number + " " + (number == 1 ? plural.substring(0, plural.length() - 1) : plural);
    }
}
