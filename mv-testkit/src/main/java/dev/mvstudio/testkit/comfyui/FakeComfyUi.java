package dev.mvstudio.testkit.comfyui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Cut;
import dev.mvstudio.testkit.wire.Exchanged;
import dev.mvstudio.testkit.wire.Json;
import dev.mvstudio.testkit.wire.Mishap;
import dev.mvstudio.testkit.wire.Odds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A ComfyUI server on the loopback address, HTTP and WebSocket on one port, after the transcripts of two real versions.
 * It keeps the server's rules, so what it refuses the real one refuses, computes small real files, and on demand it goes
 * wrong in the ways in which real ones do, death included.
 *
 * <pre>{@code
 * try (FakeComfyUi fake = FakeComfyUi.start(Version.V0_33_0)) {
 *     fake.taking(Duration.ofMillis(50));
 *     fake.faults().once(Fault.lost(), Call.PROMPT).sometimes(0.1, Fault.internal(), Call.HISTORY);
 *     fake.outcomes().once(Outcome.success()).once(Outcome.outOfMemory()); // the second prompt fails
 *     fake.events().sometimes(0.3, EventFault.LOST);
 *     fake.views().once(ViewFault.CUT);
 *     fake.hold();     // prompts start, and go no further
 *     fake.step(3);    // three steps of what is held: a node or a sampler's step each
 *     fake.release();
 *     fake.die();      // connections end, nobody listens, all but the files is lost
 *     fake.comeBack(); // at the same port
 *     // …fake.address()…
 *     assertThat(fake.ledger().renderedTwice()).isEmpty();
 * }
 * }</pre>
 */
public final class FakeComfyUi implements AutoCloseable {
    /**
     * How it is started.
     *
     * @param port 0 for any free one
     * @param version whose behaviour it has
     * @param clock for times that are told; how long something takes is real time
     * @param seed of what is left to chance
     * @param objectInfo what a real server told of its nodes; without members: the core nodes that are built in
     */
    public record Setup(int port, Version version, Clock clock, long seed, ObjectNode objectInfo) {
        public static final Setup USUAL = new Setup(0, Version.V0_33_0, Clock.systemUTC(), 1, Json.object());

        public Setup port(int other) {
            return new Setup(other, version, clock, seed, objectInfo);
        }

        public Setup version(Version other) {
            return new Setup(port, other, clock, seed, objectInfo);
        }

        public Setup clock(Clock other) {
            return new Setup(port, version, other, seed, objectInfo);
        }

        public Setup seed(long other) {
            return new Setup(port, version, clock, other, objectInfo);
        }

        /**
         * With all the nodes of a real server.
         *
         * @param file what it answered to {@code GET /object_info}
         */
        public Setup objectInfo(Path file) {
            return new Setup(port, version, clock, seed, Catalog.read(file));
        }
    }

    /** What dies. */
    private record Life(Engine engine, Desk desk) {}

    private final Parts parts;
    private final Api api;
    private final Controls controls;
    private final Front front;
    private final int port;
    private volatile Life life;
    private volatile boolean alive = true;

    private FakeComfyUi(Setup setup) {
        parts = assemble(setup);
        api = new Api(parts, new Random(setup.seed + 1));
        controls = new Controls(this);
        life = begin();
        front = new Front(this::handle);
        try {
            port = front.listen(setup.port);
        } catch (UncheckedIOException e) {
            life.engine.die();
            front.close();
            parts.disk().close();
            throw e;
        }
    }

    private static Parts assemble(Setup setup) {
        Random chance = new Random(setup.seed);
        Disk disk = new Disk();
        return new Parts(
                setup.version,
                setup.clock,
                UUID::randomUUID,
                disk,
                new Catalog(setup.version, setup.objectInfo, disk::inputs),
                new Pace(),
                new Habits(),
                new Odds<>(chance),
                new Odds<>(chance),
                new Odds<>(chance),
                new Ledger());
    }

    private Life begin() {
        Engine engine = new Engine(parts);
        engine.start();
        return new Life(engine, new Desk(parts, engine));
    }

    private void handle(Exchange exchange) throws IOException {
        Desk desk = life.desk;
        if (!alive) {
            throw new Cut();
        }
        if (exchange.getRequestURI().getPath().startsWith(Controls.PATH)) {
            controls.handle(exchange);
        } else {
            api.handle(desk, exchange);
        }
    }

    /** One of the newest version, on any free port. */
    public static FakeComfyUi start() {
        return start(Setup.USUAL);
    }

    /** One of this version, on any free port. */
    public static FakeComfyUi start(Version version) {
        return start(Setup.USUAL.version(version));
    }

    /**
     * One as said.
     *
     * @throws UncheckedIOException when the port is taken
     */
    public static FakeComfyUi start(Setup setup) {
        return new FakeComfyUi(setup);
    }

    /** Where it is, without a path. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Version version() {
        return parts.version();
    }

    /** How long a prompt takes that is started from now on and not cached; no time at first. */
    public FakeComfyUi taking(Duration time) {
        parts.pace().taking(time);
        return this;
    }

    /** From now on prompts are started, but stop before their next step, that is a node or a step of a sampler. */
    public FakeComfyUi hold() {
        parts.pace().hold();
        return this;
    }

    /** Lets so many more steps happen while it is held. */
    public FakeComfyUi step(int steps) {
        parts.pace().allow(steps);
        return this;
    }

    /** Goes on by itself. */
    public FakeComfyUi release() {
        parts.pace().release();
        return this;
    }

    /** Whether binary previews are sent while samplers work; they are at first. */
    public FakeComfyUi previewing(boolean yes) {
        parts.habits().previews(yes);
        return this;
    }

    /** For how many reads {@code /history/{id}} knows nothing of prompts that finish from now on; none at first. */
    public FakeComfyUi hidingHistory(int reads) {
        parts.habits().hiddenReads(reads);
        return this;
    }

    /** What goes wrong with calls; see {@link Fault}. */
    public Odds<Mishap, Call> faults() {
        return api.faults();
    }

    /** How prompts turn out that are accepted from now on, in that order. */
    public Odds<Outcome, Call> outcomes() {
        return parts.outcomes();
    }

    /**
     * Lets one prompt turn out so, and those before it succeed.
     *
     * @param nth counted from 1, of those that are accepted from now on
     */
    public FakeComfyUi nth(int nth, Outcome outcome) {
        if (nth > 1) {
            parts.outcomes().times(nth - 1, Outcome.success());
        }
        parts.outcomes().once(outcome);
        return this;
    }

    /** What goes wrong with downloads of files that are there. */
    public Odds<ViewFault, Call> views() {
        return parts.viewFaults();
    }

    /** What goes wrong with messages at {@code /ws}, by their type: {@code progress}, {@code executed}, {@code preview}, … */
    public Odds<EventFault, String> events() {
        return parts.eventFaults();
    }

    /** Ends all WebSockets, without a word. */
    public FakeComfyUi dropSockets() {
        life.engine.events().drop();
        return this;
    }

    /** The nodes and the models that are installed. */
    public Catalog catalog() {
        return parts.catalog();
    }

    public Ledger ledger() {
        return parts.ledger();
    }

    /** The prompt that is being worked on, if there is one. */
    public Optional<String> running() {
        return life.engine.running().map(Job::id);
    }

    /** The prompts that wait, in order. */
    public List<String> pending() {
        return life.engine.pending().stream().map(Job::id).toList();
    }

    /** Who listens, by client id. */
    public List<String> listeners() {
        return life.engine.events().clientIds();
    }

    /** Whether there is nothing to do. */
    public boolean isIdle() {
        return life.engine.isIdle();
    }

    /** The process ends: connections end, nobody listens, queue, history and cache are lost; the files stay. */
    public synchronized FakeComfyUi die() {
        if (alive) {
            alive = false;
            life.engine.die();
            front.hangUp();
        }
        return this;
    }

    /**
     * The process is started again, at the same port.
     *
     * @throws UncheckedIOException when somebody else has taken the port meanwhile
     */
    public synchronized FakeComfyUi comeBack() {
        if (!alive) {
            life = begin();
            front.listenAgain(port);
            alive = true;
        }
        return this;
    }

    /** From now on nothing goes wrong. */
    public FakeComfyUi calm() {
        faults().clear();
        outcomes().clear();
        views().clear();
        events().clear();
        return hidingHistory(0);
    }

    /** Where it can be told what to do by HTTP; {@code GET} says how. */
    public URI controls() {
        return address().resolve(Controls.PATH);
    }

    /** Shows every call and its answer to somebody, from now on, before the answer is sent. */
    public FakeComfyUi watchedBy(Consumer<Exchanged> watcher) {
        api.watchedBy(watcher);
        return this;
    }

    @Override
    public synchronized void close() {
        life.engine.die();
        api.close();
        front.close();
        parts.disk().close();
    }
}
