package dev.mvstudio.adapter.openai;

import dev.mvstudio.domain.provider.ProviderException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Remembers for a minute that a key was not accepted, so that a queue of orders does not knock in vain, one by one. */
final class Denial {
    private static final Duration LASTS = Duration.ofMinutes(1);

    private record Said(ProviderException why, long until) {}

    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Said> said = new AtomicReference<>();

    Denial(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void remember(ProviderException why) {
        said.set(new Said(why, nanoTime.getAsLong() + LASTS.toNanos()));
    }

    /** Throws what was said, while it lasts. */
    void check() {
        Said last = said.get();
        if (last != null && last.until - nanoTime.getAsLong() > 0) {
            throw new ProviderException(last.why.error());
        }
    }
}
