package dev.mvstudio.testkit.wire;

import java.time.Duration;
import java.util.Map;

/** What goes wrong with a call. */
public sealed interface Mishap {
    /** Answered so; nothing is done. */
    record Reply(int status, String mediaType, String body, Map<String, String> headers) implements Mishap {
        public Reply {
            headers = Map.copyOf(headers);
        }
    }

    /** The connection ends before the call is looked at. */
    record Dropped() implements Mishap {}

    /** The call is carried out, and then the connection ends without an answer. */
    record Lost() implements Mishap {}

    /** The call is carried out, and then answered with its own status and this text. */
    record Garbled(String body) implements Mishap {}

    /** The call is carried out as ever, this much later. */
    record Late(Duration by) implements Mishap {}

    /** The call is carried out at once, and answered this much later. */
    record Slow(Duration by) implements Mishap {}

    /** Nothing is done, nothing is said, and the connection stays open until the server is closed. */
    record Silent() implements Mishap {}
}
