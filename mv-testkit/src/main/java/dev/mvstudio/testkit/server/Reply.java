package dev.mvstudio.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** What is answered to one call. */
final class Reply {
    private final int status;
    private final String mediaType;
    private final byte[] body;

    Reply(int status, String mediaType, byte[] body) {
        this.status = status;
        this.mediaType = mediaType;
        this.body = body;
    }

    static Reply form(int status, Form form) {
        return new Reply(status, Form.MEDIA_TYPE, form.toString().getBytes(UTF_8));
    }

    static Reply error(int status, String why) {
        return form(status, Form.of().with("error", why));
    }

    void send(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", mediaType);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
