package dev.mvstudio.testkit.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Cut;
import dev.mvstudio.testkit.wire.Json;
import dev.mvstudio.testkit.wire.Request;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.io.IOException;
import java.util.Locale;

/** Opens WebSockets. */
@SuppressWarnings("FutureReturnValueIgnored") // who is gone need not be written to
final class Sockets {
    private static final int MOST = 1024 * 1024;

    private final Parts parts;
    private final Engine engine;
    private final ObjectNode features;

    Sockets(Parts parts, Engine engine, ObjectNode features) {
        this.parts = parts;
        this.engine = engine;
        this.features = features;
    }

    /** Turns a call into a WebSocket. */
    Answer open(Request request) {
        boolean asked =
                request.header("Upgrade").orElse("").toLowerCase(Locale.ROOT).equals("websocket");
        if (!asked) {
            return Answer.text(
                    400,
                    "text/plain; charset=utf-8",
                    "No WebSocket UPGRADE hdr: None\n Can \"Upgrade\" only to \"WebSocket\".");
        }
        String given = request.query().getOrDefault("clientId", "");
        String clientId = given.isEmpty() ? parts.ids().get().toString().replace("-", "") : given;
        return Answer.streamed("", exchange -> upgrade((Exchange) exchange, clientId));
    }

    private void upgrade(Exchange exchange, String clientId) throws IOException {
        String url = "ws://" + exchange.getRequestHeaders().getFirst("Host") + "/ws";
        WebSocketServerHandshaker handshaker =
                new WebSocketServerHandshakerFactory(url, null, false, MOST).newHandshaker(exchange.request());
        if (handshaker == null) {
            throw new Cut();
        }
        exchange.handOver();
        exchange.channel().eventLoop().execute(() -> {
            exchange.channel().pipeline().addLast(new Talk(clientId, handshaker));
            handshaker.handshake(exchange.channel(), exchange.request()).addListener(done -> {
                if (done.isSuccess()) {
                    parts.ledger().connected(clientId);
                    engine.join(clientId, exchange.channel());
                }
            });
        });
    }

    private final class Talk extends SimpleChannelInboundHandler<WebSocketFrame> {
        private final String clientId;
        private final WebSocketServerHandshaker handshaker;

        Talk(String clientId, WebSocketServerHandshaker handshaker) {
            this.clientId = clientId;
            this.handshaker = handshaker;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            switch (frame) {
                case CloseWebSocketFrame close -> handshaker.close(context.channel(), close.retain());
                case PingWebSocketFrame ping ->
                    context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
                case TextWebSocketFrame text -> engine.events().hear(clientId, read(text.text()), features);
                default -> {}
            }
        }

        private static JsonNode read(String text) {
            try {
                return Json.read(text);
            } catch (IOException notJson) {
                return Json.object();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            engine.events().leave(clientId);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
