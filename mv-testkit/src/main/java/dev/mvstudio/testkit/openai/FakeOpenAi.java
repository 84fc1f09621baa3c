package dev.mvstudio.testkit.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import dev.mvstudio.testkit.wire.Origin;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server with language models, on the loopback address. It refuses what OpenAI refuses, and more. Its model writes as
 * many scenes as the prompt asks for, unless it is told what to write.
 *
 * <pre>{@code
 * try (FakeOpenAi fake = FakeOpenAi.start()) {
 *     fake.once(Reply.scenes(1), Reply.error(500, null, "oops"));
 *     // …fake.api(), fake.key()…
 *     assertThat(fake.refusals()).isEmpty();
 * }
 * }</pre>
 */
public final class FakeOpenAi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "sk-FakeKeyForTests-0123456789";

    private final Origin server;
    private final @Nullable String key;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Reply> script = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Function<Asked, Reply> usual = FakeOpenAi::asAsked;
    private volatile Set<String> models = Set.of("gpt-test");
    private volatile boolean knowsSchemas = true;

    private FakeOpenAi(Origin server, @Nullable String key) {
        this.server = server;
        this.key = key;
    }

    /** One that wants a key, as OpenAI does. */
    public static FakeOpenAi start() {
        return start(0);
    }

    /** One on a certain port; 0 for any free one. */
    public static FakeOpenAi start(int port) {
        return start(port, KEY);
    }

    /** One that wants none, as Ollama does. */
    public static FakeOpenAi startWithoutKey() {
        return start(0, null);
    }

    private static FakeOpenAi start(int port, @Nullable String key) {
        FakeOpenAi fake = new FakeOpenAi(Origin.at(port), key);
        fake.server.serve("/", fake::handle).open();
        return fake;
    }

    private static Reply asAsked(Asked question) {
        return Reply.scenes(question.scenes());
    }

    /** Forgets what it was asked, and what it was told to answer. */
    public void forget() {
        script.clear();
        asked.clear();
        refusals.clear();
        calls.set(0);
        usual = FakeOpenAi::asAsked;
    }

    /** Where the API is, with {@code /v1}. */
    public URI api() {
        return server.address().resolve("/v1");
    }

    /** The only key that is let in; for one that wants none, one that nobody should send. */
    public String key() {
        return KEY;
    }

    /** The models that it has; {@code gpt-test} at first. */
    public FakeOpenAi models(String... names) {
        models = Set.of(names);
        return this;
    }

    /** It refuses to be told what the JSON shall look like, as older servers do. */
    public FakeOpenAi withoutSchemas() {
        knowsSchemas = false;
        return this;
    }

    /** The next questions are answered like this, one after the other. */
    public FakeOpenAi once(Reply... replies) {
        script.addAll(Arrays.asList(replies));
        return this;
    }

    /** Questions for which there is nothing else to say are answered like this. */
    public FakeOpenAi always(Function<Asked, Reply> reply) {
        usual = reply;
        return this;
    }

    /** The questions that broke no rule, in the order in which they came. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** How many calls came, whatever they were. */
    public int calls() {
        return calls.get();
    }

    /** Which rules calls broke. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    private void handle(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        try {
            send(exchange, answer(exchange));
        } finally {
            exchange.close();
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Asked question = new Asked(Map.copyOf(exchange.getRequestHeaders()), parse(text));
        Optional<Reply> refusal = refusal(exchange, question);
        if (refusal.isPresent()) {
            refusals.add(refusal.get().status() + " " + refusal.get().body());
            return refusal.get();
        }
        asked.add(question);
        Reply next = script.poll();
        return next == null ? usual.apply(question) : next;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    private Optional<Reply> refusal(HttpExchange exchange, Asked question) {
        if (!exchange.getRequestMethod().equals("POST")
                || !exchange.getRequestURI().toString().equals("/v1/chat/completions")) {
            return Optional.of(
                    new Reply(404, Map.of("Content-Type", "text/plain"), "404 page not found", Reply.Fault.NONE));
        }
        if (!question.header("Authorization").equals(Optional.ofNullable(key).map(k -> "Bearer " + k))) {
            return Optional.of(Reply.error(
                    401,
                    "invalid_api_key",
                    "Incorrect API key provided: "
                            + question.header("Authorization").orElse("none") + "."));
        }
        if (!question.header("Content-Type").orElse("").startsWith("application/json")) {
            return Optional.of(Reply.error(400, null, "you must provide a JSON body"));
        }
        return RequestCheck.fault(question.body())
                .map(fault -> Reply.error(400, null, fault))
                .or(() -> unknown(question.body()));
    }

    private Optional<Reply> unknown(JsonNode body) {
        String model = body.path("model").asText();
        if (!models.contains(model)) {
            return Optional.of(Reply.error(
                    404,
                    "model_not_found",
                    "The model `" + model + "` does not exist or you do not have access to it."));
        }
        return !knowsSchemas && body.at("/response_format/type").asText().equals("json_schema")
                ? Optional.of(Reply.error(400, null, "'response_format.type' must be 'json_object' or 'text'"))
                : Optional.empty();
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(UTF_8);
        switch (reply.fault()) {
            case DROPPED -> throw new IOException("dropped on purpose");
            case SILENT -> rest(Long.MAX_VALUE);
            case NONE, CUT, DRIPPING -> {
                reply.headers().forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
                write(exchange, reply.fault(), body);
            }
        }
    }

    private void write(HttpExchange exchange, Reply.Fault fault, byte[] body) throws IOException {
        switch (fault) {
            case CUT -> {
                exchange.getResponseBody().write(body, 0, body.length / 2);
                exchange.getResponseBody().flush();
                throw new IOException("cut on purpose");
            }
            case DRIPPING -> {
                for (int i = 0; i < body.length && closed.getCount() > 0; i++) {
                    exchange.getResponseBody().write(body, i, 1);
                    exchange.getResponseBody().flush();
                    rest(100);
                }
            }
            case NONE, DROPPED, SILENT -> {
                if (body.length > 0) {
                    exchange.getResponseBody().write(body);
                }
            }
        }
    }

    private void rest(long millis) throws IOException {
        try {
            if (closed.await(millis, TimeUnit.MILLISECONDS)) {
                throw new IOException("closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("closed", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.close();
    }
}
