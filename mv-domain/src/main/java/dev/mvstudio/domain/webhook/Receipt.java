package dev.mvstudio.domain.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came back for a message. */
public sealed interface Receipt {
    /** It arrived. */
    record Accepted() implements Receipt {}

    /**
     * The receiver answered, and did not take it.
     *
     * @param status of HTTP, no 2xx
     * @param retryAfter how long it asked us to wait, when it did; not negative
     */
    record Refused(int status, @Nullable Duration retryAfter) implements Receipt {
        /** Whether the receiver wants no more messages at all. */
        public boolean isGone() {
            return status == 410;
        }
    }

    /**
     * No answer. It may have arrived all the same.
     *
     * @param details why, for a person; never a credential
     */
    record Unreachable(String details) implements Receipt {}
}
