package dev.mvstudio.adapter.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.wire.Json;
import java.io.Closeable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far prompts are, as the servers tell over web sockets. Everything works without: what is not heard is not known, and
 * a socket that is lost is opened again the next time that somebody asks, though not at once.
 */
final class Progress implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final long REST_NANOS = Duration.ofSeconds(15).toNanos();
    private static final int MOST_PROMPTS = 10_000;
    private static final int LONGEST_MESSAGE = 4 << 20;

    private final String clientId;
    private final LongSupplier nanoTime;
    private final Map<String, Double> heard = new ConcurrentHashMap<>();
    private final Map<Server, Line> lines = new ConcurrentHashMap<>();
    private @Nullable HttpClient client;
    private boolean closed;

    /**
     * Connects to nothing yet.
     *
     * @param clientId what servers are to know us by: they tell only who ordered it
     */
    Progress(String clientId, LongSupplier nanoTime) {
        this.clientId = clientId;
        this.nanoTime = nanoTime;
    }

    String clientId() {
        return clientId;
    }

    /** How far the node is that works on a prompt now, 0.0–1.0; null when nothing was heard. */
    @Nullable
    Double of(Server server, String prompt) {
        listen(server);
        return heard.get(prompt);
    }

    void forget(String prompt) {
        heard.remove(prompt);
    }

    /** Opens a socket, if there is none, without waiting for it. */
    synchronized void listen(Server server) {
        Line line = lines.get(server);
        boolean usable = line != null && (line.open || nanoTime.getAsLong() - line.since < REST_NANOS);
        if (!closed && !usable) {
            lines.put(server, connect(server));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a socket
    private Line connect(Server server) {
        if (client == null) {
            client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        }
        Line line = new Line(nanoTime.getAsLong());
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(CONNECT);
        if (server.address().authorization() != null) {
            builder.header("Authorization", server.address().authorization().reveal());
        }
        URI address = URI.create(server.address().toString().replaceFirst("^http", "ws") + "/ws?clientId=" + clientId);
        builder.buildAsync(address, line).whenComplete((socket, failure) -> {
            if (failure != null) {
                line.open = false;
                LOG.debug("no progress from {}: {}", server.address(), failure.toString());
            }
        });
        return line;
    }

    private void hear(String text) {
        JsonNode message = Json.read(text.getBytes(StandardCharsets.UTF_8));
        JsonNode data = message.path("data");
        String prompt = Json.text(data, "prompt_id");
        double max = data.path("max").asDouble();
        if (Json.text(message, "type").equals("progress") && !prompt.isEmpty() && max > 0) {
            if (heard.size() >= MOST_PROMPTS) {
                heard.clear();
            }
            heard.put(prompt, Math.clamp(data.path("value").asDouble() / max, 0.0, 1.0));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.shutdownNow();
        }
    }

    /** One socket. Pictures of what is being made, which come in between, are passed over. */
    private final class Line implements WebSocket.Listener {
        private final long since;
        private final StringBuilder text = new StringBuilder();
        private volatile boolean open = true;

        Line(long since) {
            this.since = since;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (text.length() > LONGEST_MESSAGE) {
                open = false;
                socket.abort();
                return null;
            }
            if (last) {
                hear(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            open = false;
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            open = false;
        }
    }
}
