package dev.mvstudio.testkit.gemini;

import dev.mvstudio.testkit.wire.Request;
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
