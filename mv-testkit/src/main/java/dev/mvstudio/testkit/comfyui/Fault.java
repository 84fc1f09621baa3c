package dev.mvstudio.testkit.comfyui;

import dev.mvstudio.testkit.wire.Mishap;
import java.time.Duration;
import java.util.Map;

/** What goes wrong with calls. */
public final class Fault {
    static final String INTERNAL = "500 Internal Server Error\n\nServer got itself in trouble";

    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>ComfyUI</title></head><body>Loading…</body></html>";

    private Fault() {}

    /** The server stumbles: status 500, plain text. */
    public static Mishap internal() {
        return new Mishap.Reply(500, "text/plain; charset=utf-8", INTERNAL, Map.of());
    }

    /** A page of whatever stands before the server: status 502. */
    public static Mishap badGateway() {
        return new Mishap.Reply(
                502,
                "text/html",
                "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body></html>",
                Map.of());
    }

    /** Whatever stands before the server is busy: status 503. */
    public static Mishap unavailable() {
        return new Mishap.Reply(
                503, "text/html", "<html><body><h1>503 Service Unavailable</h1></body></html>", Map.of());
    }

    /** Whatever stands before the server wants a log-in: status 401. */
    public static Mishap unauthorized() {
        return new Mishap.Reply(
                401, "text/plain", "Unauthorized", Map.of("WWW-Authenticate", "Basic realm=\"comfyui\""));
    }

    /** A page instead of JSON, with status 200; nothing is done. */
    public static Mishap html() {
        return new Mishap.Reply(200, "text/html", PAGE, Map.of());
    }

    /** The call is carried out, and answered with half an object. */
    public static Mishap garbled() {
        return new Mishap.Garbled("{\"prompt_id\": \"58");
    }

    /** The call is carried out, and answered with JSON that is none of the API's. */
    public static Mishap strange() {
        return new Mishap.Garbled("{\"prompt_id\": 7, \"queue_running\": \"none\", \"name\": [], \"jobs\": 1}");
    }

    /** The connection ends before the call is looked at. */
    public static Mishap dropped() {
        return new Mishap.Dropped();
    }

    /** The call is carried out, and then the connection ends without an answer. */
    public static Mishap lost() {
        return new Mishap.Lost();
    }

    /** The call is carried out this much later. */
    public static Mishap late(Duration by) {
        return new Mishap.Late(by);
    }

    /** The call is carried out at once, and answered this much later. */
    public static Mishap slow(Duration by) {
        return new Mishap.Slow(by);
    }

    /** Nothing is done and nothing is said. */
    public static Mishap silent() {
        return new Mishap.Silent();
    }
}
