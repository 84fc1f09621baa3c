package dev.mvstudio.testkit.storage;

import dev.mvstudio.testkit.wire.Mishap;
import java.time.Duration;
import java.util.Map;

/** What goes wrong with a call. */
public sealed interface Fault {
    /** Goes wrong as with any server. */
    record Usual(Mishap mishap) implements Fault {}

    /** Half of the bytes are sent or taken, then the connection ends. An upload keeps whole pieces of 256 KiB of them. */
    record CutInTheMiddle() implements Fault {}

    /** A byte of what is uploaded changes on the way. */
    record Damaged() implements Fault {}

    /** 503, as when Google has too much to do. */
    static Fault unavailable() {
        return reply(503, "backendError", "We encountered an internal error. Please try again.");
    }

    /** 429. */
    static Fault throttled() {
        return reply(
                429,
                "rateLimitExceeded",
                "The object exceeded the rate limit for object mutation operations (create, update, and delete).");
    }

    /** 401. */
    static Fault unauthorized() {
        return reply(401, "authError", "Invalid Credentials");
    }

    /** 403. */
    static Fault forbidden() {
        return reply(
                403,
                "forbidden",
                "mv@example.iam.gserviceaccount.com does not have storage.objects.create access to the Google Cloud"
                        + " Storage object. Permission 'storage.objects.create' denied on resource (or it may not"
                        + " exist).");
    }

    /** The connection ends before the call is looked at. */
    static Fault dropped() {
        return new Usual(new Mishap.Dropped());
    }

    /** The call is carried out, and its answer never arrives. */
    static Fault lost() {
        return new Usual(new Mishap.Lost());
    }

    /** Nothing is said. */
    static Fault silent() {
        return new Usual(new Mishap.Silent());
    }

    /** The call is carried out this much later. */
    static Fault late(Duration by) {
        return new Usual(new Mishap.Late(by));
    }

    private static Fault reply(int status, String reason, String message) {
        return new Usual(new Mishap.Reply(
                status,
                "application/json; charset=UTF-8",
                Refused.body(status, reason, message).toString(),
                Map.of()));
    }
}
