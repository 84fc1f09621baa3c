package dev.mvstudio.testkit.replicate;

import dev.mvstudio.testkit.wire.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Replicate, on the loopback address: the API on one port and what its models make on another, because the real ones
 * are two origins as well. It keeps the account's rules, so what it refuses the real one refuses, and on demand it goes
 * wrong in the ways in which the real one was seen to go wrong.
 *
 * <pre>{@code
 * try (FakeReplicate fake = FakeReplicate.start()) {
 *     fake.taking(Duration.ofMillis(50));
 *     fake.faults().once(Fault.throttled(1), Call.CREATE).sometimes(0.1, Fault.internal());
 *     fake.outcomes().once(Outcome.flagged());
 *     fake.outputs().faults().once(OutputFault.CUT);
 *     // …fake.api(), fake.token()…
 *     assertThat(fake.ledger().duplicates()).isEmpty();
 * }
 * }</pre>
 */
public final class FakeReplicate implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FakeReplicate.class.getName());
    private static final String ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    /**
     * How it is started.
     *
     * @param port of the API; 0 for any free one
     * @param deliveryPort of the outputs; 0 for any free one
     * @param token the only one that is let in
     * @param clock tells how long predictions have been running, and what is too old
     * @param seed of what is left to chance
     */
    public record Setup(int port, int deliveryPort, String token, Clock clock, long seed) {
        public static final Setup USUAL = new Setup(0, 0, "r8_FakeTokenForTests", Clock.systemUTC(), 1);

        public Setup ports(int api, int delivery) {
            return new Setup(api, delivery, token, clock, seed);
        }

        public Setup token(String other) {
            return new Setup(port, deliveryPort, other, clock, seed);
        }

        public Setup clock(Clock other) {
            return new Setup(port, deliveryPort, token, other, seed);
        }

        public Setup seed(long other) {
            return new Setup(port, deliveryPort, token, clock, other);
        }
    }

    private final Origin server;
    private final Origin delivery;
    private final Parts parts;
    private final Desk desk;
    private final Api api;

    private FakeReplicate(Origin server, Origin delivery, Parts parts) {
        this.server = server;
        this.delivery = delivery;
        this.parts = parts;
        desk = new Desk(parts);
        api = new Api(parts, desk);
    }

    /** One on any free ports. */
    public static FakeReplicate start() {
        return start(Setup.USUAL);
    }

    /**
     * One as said.
     *
     * @throws UncheckedIOException when a port is taken
     */
    public static FakeReplicate start(Setup setup) {
        Origin server = Origin.at(setup.port);
        try {
            Origin delivery = Origin.at(setup.deliveryPort);
            Parts parts = assemble(setup, server.address(), delivery.address());
            FakeReplicate fake = new FakeReplicate(server, delivery, parts);
            server.serve(Controls.PATH, new Controls(fake)::handle)
                    .serve("/v1", fake.api::handle)
                    .open();
            delivery.serve("/", exchange -> {
                        parts.outputs().answer(exchange, parts.predictions()::find);
                        exchange.close();
                    })
                    .open();
            return fake;
        } catch (UncheckedIOException e) {
            server.close();
            throw e;
        }
    }

    private static Parts assemble(Setup setup, URI address, URI deliveryAddress) {
        URI base = address.resolve("/v1");
        Clock clock = setup.clock;
        Random chance = new Random(setup.seed);
        SecureRandom secure = new SecureRandom();
        byte[] key = new byte[24];
        chance.nextBytes(key);
        String secret = "whsec_" + Base64.getEncoder().encodeToString(key);
        Ledger ledger = new Ledger();
        return new Parts(
                base,
                setup.token,
                clock,
                chance,
                () -> id(secure),
                Executors.newVirtualThreadPerTaskExecutor(),
                new Catalog(),
                new Predictions(base, clock),
                new Files(clock, base, secret, () -> id(secure)),
                new Outputs(deliveryAddress, clock, ledger, new Chances<>(chance), () -> id(secure)),
                new Webhooks(secret, clock, base, new Chances<>(chance), () -> id(secure)),
                new Limits(clock),
                ledger);
    }

    private static String id(Random random) {
        return random.ints(26, 0, ID_LETTERS.length())
                .mapToObj(i -> ID_LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    /** Where the API is, with {@code /v1}. */
    public URI api() {
        return parts.base();
    }

    /** Where outputs are: another origin, and like replicate.delivery it is to see no token. */
    public URI delivery() {
        return delivery.address();
    }

    /** The only token that is let in. */
    public String token() {
        return parts.token();
    }

    /** How long predictions take that are ordered from now on; a fifth of it until they begin. */
    public FakeReplicate taking(Duration time) {
        return taking(time.dividedBy(5), time.minus(time.dividedBy(5)));
    }

    /** How long predictions that are ordered from now on take until they begin, and from there until they are done. */
    public FakeReplicate taking(Duration toStart, Duration toRun) {
        desk.timing(desk.timing().taking(toStart, toRun));
        return this;
    }

    /** How long after its end a prediction that is ordered from now on shows its data, and its files can be had. */
    public FakeReplicate keeping(Duration data, Duration outputs) {
        desk.timing(desk.timing().keeping(data, outputs));
        return this;
    }

    /** Finishes all predictions that are under way, at once. */
    public FakeReplicate hurry() {
        parts.predictions().hurry();
        return this;
    }

    /** Lets orders that wait for the end come back as {@code processing}, with the output, as was seen. */
    public FakeReplicate showingProcessingWithOutput(boolean yes) {
        desk.showsProcessing(yes);
        return this;
    }

    /** How many predictions a list shows at a time; 100 at first. */
    public FakeReplicate pageSize(int size) {
        parts.predictions().pageSize(size);
        return this;
    }

    /** What goes wrong with calls of the API. */
    public Chances<Fault> faults() {
        return api.faults();
    }

    /** How predictions end that are ordered from now on. */
    public Chances<Outcome> outcomes() {
        return desk.outcomes();
    }

    public Catalog models() {
        return parts.catalog();
    }

    public Limits limits() {
        return parts.limits();
    }

    public Files files() {
        return parts.files();
    }

    public Outputs outputs() {
        return parts.outputs();
    }

    public Webhooks webhooks() {
        return parts.webhooks();
    }

    public Ledger ledger() {
        return parts.ledger();
    }

    /** From now on nothing goes wrong, and predictions succeed. */
    public FakeReplicate calm() {
        faults().clear();
        outcomes().clear();
        outputs().faults().clear();
        webhooks().faults().clear();
        return this;
    }

    /** Where it can be told what to do by HTTP; {@code GET} says how. */
    public URI controls() {
        return parts.base().resolve(Controls.PATH);
    }

    /** Shows every call of the API and its answer to somebody, from now on, before the answer is sent. */
    public FakeReplicate watchedBy(Consumer<Exchanged> watcher) {
        api.watchedBy(watcher);
        return this;
    }

    @Override
    public void close() {
        api.close();
        server.close();
        delivery.close();
        parts.threads().shutdownNow();
        try {
            if (!parts.threads().awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "calls are still being answered");
            }
            parts.files().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("deleting the files that were handed in", e);
        }
    }
}
