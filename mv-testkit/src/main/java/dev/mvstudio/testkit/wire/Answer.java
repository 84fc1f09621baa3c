package dev.mvstudio.testkit.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** What is answered to one call. */
public final class Answer {
    private final int status;
    private final String mediaType;
    private final String body;
    private final Map<String, String> headers;
    private final Sending sending;

    /** Sends what is no text. */
    @FunctionalInterface
    public interface Sending {
        void send(HttpExchange exchange) throws IOException;
    }

    private Answer(int status, String mediaType, String body, Map<String, String> headers, Sending sending) {
        this.status = status;
        this.mediaType = mediaType;
        this.body = body;
        this.headers = Map.copyOf(headers);
        this.sending = sending;
    }

    public static Answer json(int status, JsonNode body) {
        return text(status, "application/json; charset=UTF-8", body.toString());
    }

    public static Answer text(int status, String mediaType, String body) {
        return text(status, mediaType, body, Map.of());
    }

    public static Answer text(int status, String mediaType, String body, Map<String, String> headers) {
        return new Answer(status, mediaType, body, headers, exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", mediaType);
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    /** A status and nothing else. */
    public static Answer empty(int status) {
        return new Answer(status, "", "", Map.of(), exchange -> exchange.sendResponseHeaders(status, -1));
    }

    public static Answer redirect(String target) {
        return text(302, "text/html", "", Map.of("Location", target));
    }

    /** With status 200, and whatever is sent. */
    public static Answer streamed(String mediaType, Sending sending) {
        return new Answer(200, mediaType, "", Map.of(), sending);
    }

    public Answer withBody(String other) {
        return text(status, mediaType, other, headers);
    }

    /** Whether it is an error as the API tells it. */
    public boolean isJsonError() {
        return status >= 400 && mediaType.startsWith("application/json");
    }

    public int status() {
        return status;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What it says; empty when it is no text. */
    public String text() {
        return body;
    }

    public void send(HttpExchange exchange) throws IOException {
        sending.send(exchange);
        exchange.close();
    }
}
