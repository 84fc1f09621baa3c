package dev.mvstudio.adapter.firebase;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import java.util.function.Supplier;

/**
 * Whether a service of Google's can be reached. Once a call was given up, whoever comes within a while is told so at
 * once, instead of trying as long; then one is let through to look.
 */
final class Reach {
    private final CircuitBreaker<Object> breaker;

    Reach(FirebaseConfiguration configuration) {
        this.breaker = CircuitBreaker.builder()
                .handle(UnreachableException.class)
                .withFailureThreshold(1)
                .withDelay(configuration.timing().rest())
                .build();
    }

    /**
     * Asks something.
     *
     * @param question throws {@link UnreachableException} when it was not answered
     * @throws UnreachableException also without asking
     */
    <T> T asking(String what, Supplier<T> question) {
        try {
            return Failsafe.with(breaker).get(question::get);
        } catch (CircuitBreakerOpenException e) {
            throw new UnreachableException(
                    what + ": Google could not be reached a moment ago, and is not asked again yet", e);
        }
    }

    /** Whether the last call was answered: then it is worth to be patient with the next one. */
    boolean isGood() {
        return breaker.isClosed();
    }
}
