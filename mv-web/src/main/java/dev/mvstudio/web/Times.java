package dev.mvstudio.web;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How times are written in JSON. */
public final class Times {
    private Times() {}

    /** RFC 3339 in UTC, whole seconds: {@code 2025-11-16T10:30:25Z}. */
    public static String utc(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Seconds, to the millisecond. */
    public static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    public static @Nullable Double secondsOrNull(@Nullable Duration time) {
        return time == null ? null : Double.valueOf(seconds(time));
    }
}
