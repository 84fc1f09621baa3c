package dev.mvstudio.testkit.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** What is answered to one call of the API. */
final class Answer {
    static final String JSON = "application/json";

    private final int status;
    private final String mediaType;
    private final byte[] body;
    private final Map<String, String> headers;

    private Answer(int status, String mediaType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.mediaType = mediaType;
        this.body = body;
        this.headers = Map.copyOf(headers);
    }

    static Answer json(int status, JsonNode body) {
        return text(status, JSON, body.toString());
    }

    static Answer json(int status, String body) {
        return text(status, JSON, body);
    }

    static Answer problem(int status, String body) {
        return text(status, "application/problem+json", body);
    }

    static Answer text(int status, String mediaType, String body) {
        return bytes(status, mediaType, body.getBytes(UTF_8));
    }

    static Answer bytes(int status, String mediaType, byte[] body) {
        return new Answer(status, mediaType, body, Map.of());
    }

    static Answer empty(int status) {
        return bytes(status, "", new byte[0]);
    }

    Answer withBody(String other) {
        return new Answer(status, mediaType, other.getBytes(UTF_8), headers);
    }

    Answer withHeaders(Map<String, String> others) {
        return new Answer(status, mediaType, body, others);
    }

    int status() {
        return status;
    }

    /** Empty when there is no body. */
    String mediaType() {
        return mediaType;
    }

    byte[] body() {
        return body;
    }

    String text() {
        return new String(body, UTF_8);
    }

    void send(HttpExchange exchange) throws IOException {
        if (!mediaType.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", mediaType);
        }
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
