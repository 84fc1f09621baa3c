package dev.mvstudio.testkit.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Json;
import java.io.Serial;

/** Refused as Google refuses it. */
final class Refused extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final int status;
    private final String reason;

    Refused(int status, String reason, String message) {
        super(message);
        this.status = status;
        this.reason = reason;
    }

    static Refused invalid(String message) {
        return new Refused(400, "invalid", message);
    }

    static Refused required(String message) {
        return new Refused(400, "required", message);
    }

    static Refused noObject(String bucket, String name) {
        return new Refused(404, "notFound", "No such object: " + bucket + "/" + name);
    }

    static Refused noBucket() {
        return new Refused(404, "notFound", "The specified bucket does not exist.");
    }

    static Refused precondition() {
        return new Refused(412, "conditionNotMet", "At least one of the pre-conditions you specified did not hold.");
    }

    static Refused unauthorized() {
        return new Refused(401, "authError", "Invalid Credentials");
    }

    static Refused forbidden(String caller, String permission, String what) {
        return new Refused(
                403,
                "forbidden",
                caller + " does not have " + permission + " access to the Google Cloud Storage " + what
                        + ". Permission '" + permission + "' denied on resource (or it may not exist).");
    }

    Answer answer() {
        return error(status, reason, String.valueOf(getMessage()));
    }

    static Answer error(int status, String reason, String message) {
        return Answer.json(status, body(status, reason, message));
    }

    static ObjectNode body(int status, String reason, String message) {
        ObjectNode whole = Json.object();
        ObjectNode error = whole.putObject("error").put("code", status).put("message", message);
        error.putArray("errors")
                .addObject()
                .put("message", message)
                .put("domain", "global")
                .put("reason", reason);
        return whole;
    }
}
