package dev.mvstudio.rig;

import dev.mvstudio.rig.Studio.Order;
import dev.mvstudio.testkit.server.Ledger;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Films are ordered from a server that is killed at random instants and started again on the same data. In the end every
 * film must be there, and nothing must have been ordered twice.
 */
public final class KillRounds {
    private static final int SCENES = 4;
    /** Some servers are killed before they answer, within this time. */
    private static final Duration START = Duration.ofSeconds(3);

    private static final int STARTS = 5;

    private final Installation installation;
    private final Ledger ledger;
    private final Random random;
    private final Duration longest;
    private final Consumer<String> progress;

    /** The films by their idempotency key; empty while no answer to the order was received. */
    private final Map<String, String> films = new LinkedHashMap<>();

    /**
     * Prepares them.
     *
     * @param longest how long a server lives at most once it answers
     * @param progress told of each round
     */
    public KillRounds(
            Installation installation, Ledger ledger, Random random, Duration longest, Consumer<String> progress) {
        this.installation = installation;
        this.ledger = ledger;
        this.random = random;
        this.longest = longest;
        this.progress = progress;
    }

    /**
     * Kills as many servers; then one finishes what is left.
     *
     * @param patience how long the last server may take for that
     */
    public Summary run(int rounds, Duration patience) throws IOException {
        long from = System.nanoTime();
        for (int round = 1; round <= rounds; round++) {
            try (ServerProcess server = installation.launch()) {
                String when = round % STARTS == 0 ? killWhileStarting(server) : killAtWork(server, "film-" + round);
                progress.accept("round " + round + " of " + rounds + ": killed " + when + "; "
                        + ledger.orders().size() + " generations ordered so far");
            }
        }
        try (ServerProcess server = installation.start()) {
            films.replaceAll((key, id) -> id.isEmpty() ? order(server.studio(), key) : id);
            Reckoning reckoning = new Reckoning(server.studio(), ledger);
            films.values().forEach(id -> reckoning.film(id, SCENES, patience));
            return reckoning.sum(rounds, films.size(), Duration.ofNanos(System.nanoTime() - from));
        }
    }

    private String killWhileStarting(ServerProcess server) {
        Duration after = someOf(START);
        server.await(after);
        server.kill();
        return after.toMillis() + " ms after the start";
    }

    private String killAtWork(ServerProcess server, String film) throws IOException {
        server.awaitReady();
        Studio studio = server.studio();
        films.put(film, "");
        Duration after = someOf(longest);
        Thread killer = Thread.ofVirtual().start(() -> {
            server.await(after);
            server.kill();
        });
        films.replaceAll((key, id) -> id.isEmpty() ? order(studio, key) : id);
        join(killer);
        return after.toMillis() + " ms after it was ready";
    }

    private Duration someOf(Duration time) {
        return Duration.ofMillis(random.nextLong(time.toMillis() + 1));
    }

    /** The film's job; empty when the server died before it could tell. */
    private static String order(Studio studio, String key) {
        Answer answer;
        try {
            answer = studio.order(Order.film(SCENES, key));
        } catch (IOException e) {
            // Killed in between: asked again with the same key by the next round.
            return "";
        }
        if (answer.status() != 202) {
            throw new AssertionError("ordering a film: " + answer);
        }
        return answer.json().at("id").text();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
