package dev.mvstudio.wire;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

/** Follows redirects one by one: each may lead anywhere, so whoever asks looks at every address first. */
public final class Redirects {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    /** Asks one address, or refuses to. */
    @FunctionalInterface
    public interface Step {
        Answer ask(URI address) throws IOException;
    }

    /**
     * Asks, and asks again where the answer leads.
     *
     * @param most how many redirects are followed
     * @return the first answer that is no redirect
     * @throws AstrayException when there is none
     */
    public static Answer follow(URI from, int most, Step step) throws IOException {
        URI address = from;
        for (int hops = 0; hops <= most; hops++) {
            Answer answer = step.ask(address);
            if (!STATUSES.contains(answer.status())) {
                return answer;
            }
            try (answer) {
                address = target(address, answer.header("Location").orElse(""));
            }
        }
        throw new AstrayException(from, "it leads on and on");
    }

    private static URI target(URI from, String location) throws AstrayException {
        try {
            if (!location.isBlank()) {
                return from.resolve(location);
            }
        } catch (IllegalArgumentException noAddress) {
            throw new AstrayException(from, "it leads nowhere");
        }
        throw new AstrayException(from, "it leads nowhere");
    }
}
