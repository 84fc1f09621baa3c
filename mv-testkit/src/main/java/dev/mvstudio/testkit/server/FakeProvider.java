package dev.mvstudio.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import dev.mvstudio.testkit.wire.Origin;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A provider that does not exist, on the loopback address. Bodies are {@link Form}s.
 *
 * <pre>
 * POST /generations              key, kind (video | image), by, outputs, and what else is asked for → 201 id
 * GET  /generations?key=…        → 200 id | 404 nothing was ordered | 501 cannot tell
 * GET  /generations/{id}         → 200 state, progress, outputs | 404
 * POST /generations/{id}/cancel  → 200 as above
 * GET  /outputs/{id}/{n}         → 200 the file | 410 gone
 * POST /scenes                   number_of_scenes, character → 200 description.1, …
 * GET  /ledger                   → 200 what was ordered, as text
 * PUT  /behaviour                answering_ms, running_ms, failures, finds, remembers_outputs → 200
 * </pre>
 */
public final class FakeProvider implements AutoCloseable {
    private final Origin server;
    private final Ledger ledger;
    private final Desk desk;

    private FakeProvider(Origin server, Ledger ledger, Desk desk) {
        this.server = server;
        this.ledger = ledger;
        this.desk = desk;
    }

    /** One on any free port. */
    public static FakeProvider start(Behaviour behaviour) throws IOException {
        return start(0, behaviour, null);
    }

    /**
     * Starts it.
     *
     * @param port 0 for any free one
     * @param file where each order is noted as a line; null for nowhere
     */
    public static FakeProvider start(int port, Behaviour behaviour, @Nullable Path file) throws IOException {
        Clock clock = Clock.systemUTC();
        Ledger ledger = new Ledger(clock, file);
        Desk desk = new Desk(clock, ledger, behaviour, new Random(1));
        FakeProvider provider = new FakeProvider(Origin.at(port), ledger, desk);
        provider.server.serve("/", provider::answer).open();
        return provider;
    }

    public URI address() {
        return server.address();
    }

    /** What holds for calls from now on. */
    public void behave(Behaviour behaviour) {
        desk.behave(behaviour);
    }

    /** Finishes all generations that are under way, at once. */
    public void hurry() {
        ledger.hurry();
    }

    public Ledger ledger() {
        return ledger;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Reply reply;
            try {
                reply = reply(exchange, Form.parse(body));
            } catch (IllegalArgumentException e) {
                reply = Reply.error(400, String.valueOf(e.getMessage()));
            }
            reply.send(exchange);
        }
    }

    private Reply reply(HttpExchange exchange, Form body) {
        URI uri = exchange.getRequestURI();
        String[] path = uri.getPath().substring(1).split("/", -1);
        return switch (exchange.getRequestMethod() + " " + path[0] + " " + path.length) {
            case "POST generations 1" -> desk.create(body);
            case "GET generations 1" ->
                desk.find(Form.parse(String.valueOf(uri.getRawQuery())).get("key"));
            case "GET generations 2" -> desk.status(path[1]);
            case "POST generations 3" -> desk.cancel(path[1]);
            case "GET outputs 3" -> desk.open(path[1], Integer.parseInt(path[2]));
            case "POST scenes 1" -> desk.scenes(body);
            case "GET ledger 1" -> desk.lines();
            case "PUT behaviour 1" -> desk.behave(body);
            default -> Reply.error(404, "no such call: " + exchange.getRequestMethod() + " " + uri);
        };
    }

    @Override
    public void close() {
        server.close();
    }

    /**
     * Runs one until it is stopped.
     *
     * @param arguments the port (0 for any free one), the behaviour as a form ({@code running_ms=2000&failures=0.1}), the
     *     ledger's file; each may be left out from the end
     */
    public static void main(String[] arguments) throws IOException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8099;
        Behaviour behaviour = Behaviour.prompt();
        FakeProvider provider = start(
                port,
                arguments.length > 1 ? behaviour.changed(Form.parse(arguments[1])) : behaviour,
                arguments.length > 2 ? Path.of(arguments[2]) : null);
        System.out.println("the fake provider is at " + provider.address());
    }
}
