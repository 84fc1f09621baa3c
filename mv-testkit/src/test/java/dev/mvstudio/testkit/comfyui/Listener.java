package dev.mvstudio.testkit.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.testkit.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears all that is said at {@code /ws}. */
final class Listener implements WebSocket.Listener {
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final List<ByteBuffer> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    private volatile boolean gone;
    private final WebSocket socket;

    Listener(HttpClient client, FakeComfyUi fake, String query) {
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(fake.address().toString().replace("http", "ws") + "/ws" + query), this)
                .join();
        Rehearsal.await(() -> !messages.isEmpty());
    }

    void say(String json) {
        socket.sendText(json, true).join();
    }

    void leave() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    List<JsonNode> messages() {
        return messages;
    }

    List<ByteBuffer> frames() {
        return frames;
    }

    boolean isGone() {
        return gone;
    }

    /** The types of the messages, without those named. */
    List<String> types(String... without) {
        return messages.stream()
                .map(m -> m.get("type").asText())
                .filter(type -> !List.of(without).contains(type))
                .toList();
    }

    JsonNode last(String type) {
        return messages.stream()
                .filter(m -> m.get("type").asText().equals(type))
                .reduce((a, b) -> b)
                .orElseThrow()
                .get("data");
    }

    /** Until this prompt is over. */
    void awaitEnd(String id) {
        Rehearsal.await(() -> messages.stream()
                .anyMatch(m -> m.get("type").asText().equals("executing")
                        && m.at("/data/node").isNull()
                        && m.at("/data/prompt_id").asText().equals(id)));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            try {
                messages.add(Json.read(text.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] part = new byte[data.remaining()];
        data.get(part);
        bytes.writeBytes(part);
        if (last) {
            frames.add(ByteBuffer.wrap(bytes.toByteArray()));
            bytes = new java.io.ByteArrayOutputStream();
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        gone = true;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        gone = true;
    }
}
