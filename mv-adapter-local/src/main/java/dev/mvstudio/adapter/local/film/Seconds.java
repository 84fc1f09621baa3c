package dev.mvstudio.adapter.local.film;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Lengths as text. */
final class Seconds {
    private Seconds() {}

    /** For FFmpeg: {@code 1.500000}. */
    static String exact(Duration length) {
        return BigDecimal.valueOf(length.toNanos(), 9)
                .setScale(6, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** For people: {@code 1.5 s}. */
    static String said(Duration length) {
        return BigDecimal.valueOf(length.toNanos(), 9)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString()
                + " s";
    }
}
