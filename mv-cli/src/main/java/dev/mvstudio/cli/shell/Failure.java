package dev.mvstudio.cli.shell;

import dev.mvstudio.cli.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * An error as callers get it.
 *
 * @param error its class, as in the REST interface
 * @param message what happened, in one sentence
 * @param more lines for people: the single faults, what to do next
 * @param members for programs, beside the usual ones
 */
public record Failure(ExitCode exit, String error, String message, List<String> more, JsonObject members) {
    public Failure {
        more = List.copyOf(more);
    }

    public Failure(ExitCode exit, String error, String message) {
        this(exit, error, message, List.of(), new JsonObject());
    }

    /** The command line is wrong. */
    public static Failure usage(String message) {
        return new Failure(
                ExitCode.USAGE,
                "ValidationError",
                message,
                List.of(),
                new JsonObject().with("error_code", "VALIDATION_ERROR"));
    }

    static Failure interrupted() {
        return interrupted(List.of(), new JsonObject());
    }

    /** Somebody stopped it. */
    public static Failure interrupted(List<String> more, JsonObject members) {
        return new Failure(
                ExitCode.INTERRUPTED, "Interrupted", "interrupted", more, members.with("error_code", "CANCELED"));
    }

    /** The same with more to say. */
    public Failure and(List<String> lines, JsonObject others) {
        List<String> all = new ArrayList<>(more);
        all.addAll(lines);
        return new Failure(
                exit, error, message, all, new JsonObject().withAll(members).withAll(others));
    }

    Failure withBackend(String backend) {
        return withMember("backend_used", backend);
    }

    Failure withDetails(String details) {
        return withMember("details", details);
    }

    Failure withMember(String name, Object value) {
        return new Failure(
                exit, error, message, more, new JsonObject().withAll(members).with(name, value));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("mvstudio: " + message);
        lines.addAll(more);
        return lines;
    }

    JsonObject toJson(Instant now) {
        return new JsonObject()
                .with("error", error)
                .with("message", message)
                .with("timestamp", now.truncatedTo(ChronoUnit.SECONDS))
                .withAll(members)
                .with("exit_code", exit.code());
    }
}
