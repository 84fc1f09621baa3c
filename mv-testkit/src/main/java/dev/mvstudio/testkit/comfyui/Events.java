package dev.mvstudio.testkit.comfyui;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import dev.mvstudio.testkit.wire.Odds;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Those who listen at {@code /ws}, by their client ids. */
@SuppressWarnings("FutureReturnValueIgnored") // who is gone need not be written to
final class Events {
    private static final int PREVIEW = 1;
    private static final int PREVIEW_WITH_METADATA = 4;
    private static final int JPEG = 1;

    private final Odds<EventFault, String> faults;
    private final Map<String, Listener> listeners = new LinkedHashMap<>();

    private static final class Listener {
        private final Channel channel;
        private boolean hasSpoken;
        private boolean wantsMetadata;

        Listener(Channel channel) {
            this.channel = channel;
        }
    }

    Events(Odds<EventFault, String> faults) {
        this.faults = faults;
    }

    /** Adds somebody; who has listened with this id before hears nothing any more. */
    synchronized void join(String clientId, Channel channel, List<ObjectNode> greetings) {
        Listener listener = new Listener(channel);
        listeners.put(clientId, listener);
        greetings.forEach(greeting -> send(listener, greeting));
    }

    /** Removes whoever has this id, even if somebody else has taken it meanwhile: the real one does so, too. */
    synchronized void leave(String clientId) {
        listeners.remove(clientId);
    }

    /** What a listener says: the first message may tell what it understands. */
    synchronized void hear(String clientId, JsonNode message, ObjectNode features) {
        Listener listener = listeners.get(clientId);
        if (listener != null && !listener.hasSpoken) {
            listener.hasSpoken = true;
            if (message.path("type").asText().equals("feature_flags")) {
                listener.wantsMetadata =
                        message.at("/data/supports_preview_metadata").asBoolean();
                send(listener, message("feature_flags", features));
            }
        }
    }

    static ObjectNode message(String type, ObjectNode data) {
        ObjectNode message = Json.object().put("type", type);
        message.set("data", data);
        return message;
    }

    /** Tells one listener, if it is there. */
    synchronized void tell(String clientId, String type, ObjectNode data) {
        Listener listener = listeners.get(clientId);
        if (listener != null) {
            send(listener, message(type, data));
        }
    }

    synchronized void tellAll(String type, ObjectNode data) {
        List.copyOf(listeners.values()).forEach(listener -> send(listener, message(type, data)));
    }

    private void send(Listener listener, ObjectNode message) {
        String text = message.toString();
        switch (faults.draw(message.path("type").asText()).orElse(null)) {
            case null -> listener.channel.writeAndFlush(new TextWebSocketFrame(text));
            case LOST -> {}
            case TWICE -> {
                listener.channel.writeAndFlush(new TextWebSocketFrame(text));
                listener.channel.writeAndFlush(new TextWebSocketFrame(text));
            }
            case GARBLED ->
                listener.channel.writeAndFlush(new TextWebSocketFrame(text.substring(0, text.length() / 2)));
            case DISCONNECTED -> listener.channel.close();
        }
    }

    /** Shows one listener what a sampler has got so far. */
    synchronized void preview(String clientId, byte[] jpeg, ObjectNode metadata) {
        Listener listener = listeners.get(clientId);
        if (listener == null) {
            return;
        }
        byte[] text = metadata.put("image_type", "image/jpeg").toString().getBytes(UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(8 + (listener.wantsMetadata ? text.length : 0) + jpeg.length);
        if (listener.wantsMetadata) {
            frame.putInt(PREVIEW_WITH_METADATA).putInt(text.length).put(text).put(jpeg);
        } else {
            frame.putInt(PREVIEW).putInt(JPEG).put(jpeg);
        }
        if (faults.draw("preview").isEmpty()) {
            listener.channel.writeAndFlush(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(frame.array())));
        }
    }

    /** Ends all connections, without a word. */
    synchronized void drop() {
        List.copyOf(listeners.values()).forEach(listener -> listener.channel.close());
    }

    synchronized List<String> clientIds() {
        return List.copyOf(listeners.keySet());
    }
}
