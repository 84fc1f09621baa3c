package dev.mvstudio.testkit.replicate;

import java.time.Duration;
import java.util.Map;

/** What goes wrong with a call to the API. The texts are those that the real one was seen to give. */
public sealed interface Fault {
    /** Answered so; nothing is done. */
    record Reply(int status, String mediaType, String body, Map<String, String> headers) implements Fault {
        public Reply {
            headers = Map.copyOf(headers);
        }
    }

    /** The connection ends before the call is looked at. */
    record Dropped() implements Fault {}

    /** The call is carried out, and then the connection ends without an answer. */
    record Lost() implements Fault {}

    /** The call is carried out, and then answered with its own status and this text. */
    record Garbled(String body) implements Fault {}

    /** The call is carried out as ever, this much later. */
    record Late(Duration by) implements Fault {}

    /** Nothing is done, nothing is said, and the connection stays open until the server is closed. */
    record Silent() implements Fault {}

    static Fault json(int status, String body) {
        return new Reply(status, "application/json", body, Map.of());
    }

    static Fault unauthenticated() {
        return json(401, Texts.UNAUTHENTICATED);
    }

    static Fault insufficientCredit() {
        return json(402, Texts.INSUFFICIENT_CREDIT);
    }

    static Fault forbidden() {
        return json(403, Texts.FORBIDDEN);
    }

    /** The model, or whatever was asked for, is gone. */
    static Fault gone() {
        return json(404, Texts.NOT_FOUND);
    }

    /** An input that the model does not take, as it would be told of a veo model's {@code duration}. */
    static Fault invalid() {
        return json(422, Texts.INVALID_DURATION);
    }

    /** The form of today, with {@code retry_after}. */
    static Fault throttled(int seconds) {
        return json(429, Texts.throttled(600, seconds));
    }

    /** The form of today and a {@code Retry-After} header, which need not agree. */
    static Fault throttled(int secondsInBody, int secondsInHeader) {
        return new Reply(
                429,
                "application/json",
                Texts.throttled(600, secondsInBody),
                Map.of("Retry-After", Integer.toString(secondsInHeader)));
    }

    /** The older form, which says in words how long to wait. */
    static Fault throttledInWords(int seconds) {
        return json(429, Texts.throttledInWords(seconds));
    }

    static Fault internal() {
        return json(500, "{\"detail\":\"Internal server error\",\"status\":500}");
    }

    /** A page of whatever stands before the API. */
    static Fault badGateway() {
        return new Reply(
                502,
                "text/html; charset=UTF-8",
                "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>",
                Map.of());
    }

    static Fault unavailable() {
        return json(503, "{\"detail\":\"Service unavailable\",\"status\":503}");
    }

    static Fault dropped() {
        return new Dropped();
    }

    static Fault lost() {
        return new Lost();
    }

    /** Half an object. */
    static Fault garbled() {
        return new Garbled("{\"id\": \"");
    }

    static Fault late(Duration by) {
        return new Late(by);
    }

    static Fault silent() {
        return new Silent();
    }
}
