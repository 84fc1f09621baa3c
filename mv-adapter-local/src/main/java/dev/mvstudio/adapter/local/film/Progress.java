package dev.mvstudio.adapter.local.film;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** How far a run is, by what {@code -progress} prints. Read by one thread, told by another. */
final class Progress {
    private static final String MADE = "out_time_us=";

    private final @Nullable Duration length;
    private final DoubleConsumer listener;
    private final AtomicLong madeMicros = new AtomicLong();

    Progress(@Nullable Duration length, DoubleConsumer listener) {
        this.length = length;
        this.listener = listener;
    }

    /** A line of the output; the first ones may say {@code N/A}. */
    void read(String line) {
        if (line.startsWith(MADE) && line.length() > MADE.length() && Character.isDigit(line.charAt(MADE.length()))) {
            madeMicros.set(Long.parseLong(line, MADE.length(), line.length(), 10));
        }
    }

    void tell() {
        long made = madeMicros.get();
        if (length != null && length.isPositive() && made > 0) {
            listener.accept(Math.min(1.0, made * 1000.0 / length.toNanos()));
        }
    }
}
