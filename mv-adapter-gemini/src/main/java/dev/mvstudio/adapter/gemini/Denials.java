package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers who was told to stay away and for how long, so that a queue of orders does not knock in vain, one by one:
 * everybody for a minute when the key was not accepted, a model's callers as long as its quota is used up.
 */
final class Denials {
    private static final Duration OF_KEY = Duration.ofMinutes(1);
    private static final String EVERYBODY = "";

    private record Said(ProviderError why, long until) {}

    private final LongSupplier nanoTime;
    private final Map<String, Said> said = new ConcurrentHashMap<>();

    Denials(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @param path what was called */
    void remember(String path, ProviderError why) {
        Duration wait = why.retryAfter();
        if (why.code() == ErrorCode.AUTHENTICATION_ERROR) {
            said.put(EVERYBODY, new Said(why, nanoTime.getAsLong() + OF_KEY.toNanos()));
        } else if (why.code() == ErrorCode.RATE_LIMIT_EXCEEDED && wait != null) {
            said.put(path, new Said(why, nanoTime.getAsLong() + wait.toNanos()));
        }
    }

    /** Throws what was said, while it lasts. */
    void check(String path) {
        check(EVERYBODY, said.get(EVERYBODY));
        check(path, said.get(path));
    }

    private void check(String key, @Nullable Said last) {
        if (last == null) {
            return;
        }
        long left = last.until - nanoTime.getAsLong();
        if (left <= 0) {
            said.remove(key, last);
            return;
        }
        ProviderError why = last.why;
        throw new ProviderException(
                why.code() == ErrorCode.RATE_LIMIT_EXCEEDED
                        ? new ProviderError(why.code(), why.provider(), why.details(), Duration.ofNanos(left))
                        : why);
    }
}
