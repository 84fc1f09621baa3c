package dev.mvstudio.testkit.gemini;

import com.sun.net.httpserver.HttpExchange;
import dev.mvstudio.testkit.wire.Request;
import java.util.List;
import java.util.Optional;

/** Lets in who has the key. */
final class Keys {
    static final String HEADER = "x-goog-api-key";

    private final String key;
    private volatile KeyRefusal refusal = KeyRefusal.INVALID_ARGUMENT;

    Keys(String key) {
        this.key = key;
    }

    void refusal(KeyRefusal other) {
        refusal = other;
    }

    /** Whether somebody shows a key, or this one in any disguise. */
    boolean isShown(HttpExchange exchange) {
        return exchange.getRequestHeaders().containsKey(HEADER)
                || exchange.getRequestURI().toString().contains(key)
                || exchange.getRequestHeaders().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(value -> value.contains(key));
    }

    void check(Request request) {
        Optional<String> given = request.header(HEADER)
                .or(() -> Optional.ofNullable(request.query().get("key")));
        if (given.isEmpty()) {
            throw new Refused(Problem.noKey());
        }
        if (!given.get().equals(key)) {
            throw new Refused(
                    switch (refusal) {
                        case INVALID_ARGUMENT -> Problem.badKey();
                        case UNAUTHENTICATED -> Problem.unauthenticated();
                        case PERMISSION_DENIED -> Problem.leakedKey();
                    });
        }
    }
}
