package dev.mvstudio.adapter.local.film;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/** Frames a second, as a fraction: 30000/1001. */
record Rate(long frames, long seconds) {
    private static final Rate USUAL = new Rate(24, 1);
    private static final int FASTEST = 120;

    /** Of a picture track; 24 where it does not say, or nothing likely. */
    static Rate of(Mp4Track video) {
        long ticks = video.frameTicks();
        boolean likely = ticks > 0 && video.timescale() / ticks >= 1 && video.timescale() / ticks <= FASTEST;
        return likely ? new Rate(video.timescale(), ticks) : USUAL;
    }

    /** How many frames a length has; at least one. */
    long in(Duration length) {
        BigDecimal exact = BigDecimal.valueOf(length.toNanos(), 9)
                .multiply(BigDecimal.valueOf(frames))
                .divide(BigDecimal.valueOf(seconds), MathContext.DECIMAL64);
        return Math.max(1, exact.setScale(0, RoundingMode.HALF_UP).longValue());
    }

    Duration length(long count) {
        return Duration.ofNanos(BigDecimal.valueOf(count * 1_000_000_000L)
                .multiply(BigDecimal.valueOf(seconds))
                .divide(BigDecimal.valueOf(frames), MathContext.DECIMAL64)
                .longValue());
    }

    @Override
    public String toString() {
        return frames + "/" + seconds;
    }
}
