package dev.mvstudio.testkit.gemini;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.mvstudio.testkit.wire.Exchanged;
import dev.mvstudio.testkit.wire.Mishap;
import dev.mvstudio.testkit.wire.Odds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
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
    static {
        // Without it every answer waits 40 ms for the other side's acknowledgement. Read when the first server starts.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

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

    private final HttpServer server;
    private final HttpServer storage;
    private final String key;
    private final Parts parts;
    private final Desk desk;
    private final Api api;

    private FakeGemini(HttpServer server, HttpServer storage, Setup setup) {
        this.server = server;
        this.storage = storage;
        this.key = setup.key;
        this.parts = assemble(setup, address(server), address(storage));
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
        HttpServer server = listen(setup.port);
        try {
            FakeGemini fake = new FakeGemini(server, listen(setup.storagePort), setup);
            fake.server.createContext(Controls.PATH, new Controls(fake)::handle);
            fake.serve(fake.server, fake.api::handle);
            fake.serve(fake.storage, fake.parts.downloads()::answer);
            return fake;
        } catch (UncheckedIOException e) {
            server.stop(0);
            throw e;
        }
    }

    private static HttpServer listen(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen at port " + port + " of the loopback address", e);
        }
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static Parts assemble(Setup setup, URI address, URI storage) {
        Clock clock = setup.clock;
        Random chance = new Random(setup.seed);
        SecureRandom secure = new SecureRandom();
        Supplier<String> ids = () -> id(secure);
        Ledger ledger = new Ledger();
        Clips clips = new Clips(clock, ledger, ids);
        return new Parts(
                address,
                clock,
                chance,
                ids,
                Executors.newVirtualThreadPerTaskExecutor(),
                new Keys(setup.key),
                new Catalog(),
                clips,
                new Downloads(new Downloads.Place(address, storage, clock, chance, ids), clips, ledger),
                new Limits(clock),
                ledger);
    }

    private static String id(Random random) {
        return random.ints(12, 0, ID_LETTERS.length())
                .mapToObj(i -> ID_LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private void serve(HttpServer listener, HttpHandler handler) {
        listener.createContext("/", handler);
        listener.setExecutor(parts.threads());
        listener.start();
    }

    /** Where the API is, without a version: {@code v1beta} and {@code v1} are both served. */
    public URI address() {
        return parts.address();
    }

    /** Where the bytes of files are: another origin, which is to see no key. */
    public URI storage() {
        return address(storage);
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
        server.stop(0);
        storage.stop(0);
        parts.threads().shutdownNow();
    }
}
