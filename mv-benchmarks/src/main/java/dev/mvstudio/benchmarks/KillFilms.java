package dev.mvstudio.benchmarks;

import dev.mvstudio.rig.Installation;
import dev.mvstudio.rig.KillRounds;
import dev.mvstudio.rig.Postgres;
import dev.mvstudio.rig.Summary;
import dev.mvstudio.testkit.server.Behaviour;
import dev.mvstudio.testkit.server.FakeProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** Kills a server at random instants while it makes films. The exit code is 1 when anything was lost or paid twice. */
public final class KillFilms {
    private KillFilms() {}

    /**
     * Runs it.
     *
     * @param arguments the number of rounds, 100 when left out; the seed of the instants, 1 when left out; and
     *     {@code postgres} instead of the embedded database
     */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        boolean shared = arguments.length > 2 && arguments[2].equals("postgres");
        Path folder = Files.createTempDirectory("kill-films-");
        System.out.println("rounds " + rounds + ", seed " + seed + (shared ? ", PostgreSQL" : "") + ", in " + folder);
        Summary summary = shared ? onPostgres(folder, rounds, seed) : embedded(folder, rounds, seed);
        System.out.println(summary);
        System.exit(summary.isClean() ? 0 : 1);
    }

    private static Summary onPostgres(Path folder, int rounds, long seed) throws IOException {
        try (FakeProvider provider = provider(folder);
                Postgres postgres = Postgres.start()) {
            Installation installation =
                    Installation.create(folder, provider.address()).on(postgres.address());
            return run(installation, provider, rounds, seed);
        }
    }

    private static Summary embedded(Path folder, int rounds, long seed) throws IOException {
        try (FakeProvider provider = provider(folder)) {
            return run(Installation.create(folder, provider.address()), provider, rounds, seed);
        }
    }

    private static FakeProvider provider(Path folder) throws IOException {
        Behaviour behaviour =
                Behaviour.prompt().answeringWithin(Duration.ofMillis(400)).runningFor(Duration.ofMillis(1200));
        return FakeProvider.start(0, behaviour, folder.resolve("ledger.txt"));
    }

    private static Summary run(Installation installation, FakeProvider provider, int rounds, long seed)
            throws IOException {
        return new KillRounds(
                        installation, provider.ledger(), new Random(seed), Duration.ofSeconds(6), System.out::println)
                .run(rounds, Duration.ofMinutes(10));
    }
}
