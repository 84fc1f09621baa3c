package dev.mvstudio.testkit.gemini;

import dev.mvstudio.testkit.wire.Exchanged;
import dev.mvstudio.testkit.wire.Mishap;
import dev.mvstudio.testkit.wire.Odds;
import dev.mvstudio.testkit.wire.Origin;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The Gemini API, on the loopback address: itself on one port, and what its models make on another, because the real one
 * sends callers on to another origin as well. It keeps the API's rules, so what it refuses the real one refuses, and on
 * demand it goes wrong in the ways in which the real one was seen to go wrong.
 *
 * <pre>{@code
 * try (FakeGemini fake = FakeGemini.start()) {
 *     fake.taking(Duration.ofMillis(50));
 *     fake.faults().once(Fault.throttled("0.2"), Call.CONTENT).sometimes(0.1, Fault.unavailable());
 *     fake.replies().once(Reply.items(3)).once(Reply.promptBlocked("SAFETY"));
 *     fake.outcomes().once(Outcome.filtered());
 *     fake.downloads().faults().once(DownloadFault.CUT);
 *     // …fake.address(), fake.key()…
 *     assertThat(fake.ledger().duplicates()).isEmpty();
 *     assertThat(fake.ledger().strayKeys()).isEmpty();
 * }
 * }</pre>
 */
public final class FakeGemini implements AutoCloseable {
    private static final String ID_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

    /**
     * How it is started.
     *
     * @param port of the API; 0 for any free one
     * @param storagePort of the files; 0 for any free one
     * @param key the only one that is let in
     * @param clock tells how long clips have been made, and what is too old
     * @param seed of what is left to chance
     */
    public record Setup(int port, int storagePort, String key, Clock clock, long seed) {
        public static final Setup USUAL = new Setup(0, 0, "AIzaFakeKeyForTests", Clock.systemUTC(), 1);

        public Setup ports(int api, int storage) {
            return new Setup(api, storage, key, clock, seed);
        }

        public Setup key(String other) {
            return new Setup(port, storagePort, other, clock, seed);
        }

        public Setup clock(Clock other) {
            return new Setup(port, storagePort, key, other, seed);
        }

        public Setup seed(long other) {
            return new Setup(port, storagePort, key, clock, other);
        }

        /** Nothing of the key. */
        @Override
        public String toString() {
            return "Setup[port=" + port + ", storagePort=" + storagePort + ", seed=" + seed + "]";
        }
    }

    private final Origin server;
    private final Origin storage;
    private final String key;
    private final Parts parts;
    private final Desk desk;
    private final Api api;

    private FakeGemini(Origin server, Origin storage, Setup setup) {
        this.server = server;
        this.storage = storage;
        this.key = setup.key;
        this.parts = assemble(setup, server.address(), storage.address());
        this.desk = new Desk(parts);
        this.api = new Api(parts, desk);
    }

    /** One on any free ports. */
    public static FakeGemini start() {
        return start(Setup.USUAL);
    }

    /**
     * One as said.
     *
     * @throws UncheckedIOException when a port is taken
     */
    public static FakeGemini start(Setup setup) {
        Origin server = Origin.at(setup.port);
        try {
            FakeGemini fake = new FakeGemini(server, Origin.at(setup.storagePort), setup);
            fake.server
                    .serve(Controls.PATH, new Controls(fake)::handle)
                    .serve("/", fake.api::handle)
                    .open();
            fake.storage.serve("/", fake.parts.downloads()::answer).open();
            return fake;
        } catch (UncheckedIOException e) {
            server.close();
            throw e;
        }
    }

    private static Parts assemble(Setup setup, URI address, URI storage) {
        Clock clock = setup.clock;
        Random chance = new Random(setup.seed);
        SecureRandom secure = new SecureRandom();
        Supplier<String> ids = () -> id(secure);
        Keys keys = new Keys(setup.key);
        Ledger ledger = new Ledger();
        Clips clips = new Clips(clock, ledger, ids);
        return new Parts(
                address,
                clock,
                chance,
                ids,
                keys,
                new Catalog(),
                clips,
                new Downloads(new Downloads.Place(address, storage, keys, clock, chance, ids), clips, ledger),
                new Limits(clock),
                ledger);
    }

    private static String id(Random random) {
        return random.ints(12, 0, ID_LETTERS.length())
                .mapToObj(i -> ID_LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    /** Where the API is, without a version: {@code v1beta} and {@code v1} are both served. */
    public URI address() {
        return parts.address();
    }

    /** Where the bytes of files are: another origin, which is to see no key. */
    public URI storage() {
        return storage.address();
    }

    /** The only key that is let in. */
    public String key() {
        return key;
    }

    /** How long clips take that are ordered from now on; a second at first. */
    public FakeGemini taking(Duration time) {
        parts.clips().taking(time);
        return this;
    }

    /** How long texts and pictures take; no time at first. */
    public FakeGemini thinking(Duration time) {
        desk.thinking(time);
        return this;
    }

    /** Finishes all clips that are under way, at once. */
    public FakeGemini hurry() {
        parts.clips().hurry();
        return this;
    }

    /** Who writes texts that need not fit a schema; at first they repeat the prompt. */
    public FakeGemini writtenBy(Function<Asked, String> writer) {
        desk.contents().writer(writer);
        return this;
    }

    /** How a wrong key is refused from now on. */
    public FakeGemini refusingKeysAs(KeyRefusal refusal) {
        parts.keys().refusal(refusal);
        return this;
    }

    /** Tells errors as arrays of one, as was seen. */
    public FakeGemini errorsInArrays(boolean yes) {
        api.errorsInArrays(yes);
        return this;
    }

    /** What goes wrong with calls of the API; see {@link Fault}. */
    public Odds<Mishap, Call> faults() {
        return api.faults();
    }

    /** How texts and pictures turn out that are ordered from now on. */
    public Odds<Reply, Call> replies() {
        return desk.replies();
    }

    /** How clips end that are ordered from now on. */
    public Odds<Outcome, Call> outcomes() {
        return desk.outcomes();
    }

    public Catalog models() {
        return parts.catalog();
    }

    public Limits limits() {
        return parts.limits();
    }

    public Downloads downloads() {
        return parts.downloads();
    }

    public Ledger ledger() {
        return parts.ledger();
    }

    /** From now on nothing goes wrong. */
    public FakeGemini calm() {
        faults().clear();
        replies().clear();
        outcomes().clear();
        downloads().faults().clear();
        return this;
    }

    /** Where it can be told what to do by HTTP; {@code GET} says how. */
    public URI controls() {
        return address().resolve(Controls.PATH);
    }

    /** Shows every call of the API and its answer to somebody, from now on, before the answer is sent. */
    public FakeGemini watchedBy(Consumer<Exchanged> watcher) {
        api.watchedBy(watcher);
        return this;
    }

    @Override
    public void close() {
        api.close();
        server.close();
        storage.close();
    }
}
