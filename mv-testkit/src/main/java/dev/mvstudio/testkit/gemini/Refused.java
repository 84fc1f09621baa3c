package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Json;
import java.io.Serial;

/** The call breaks a rule. */
final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient JsonNode body;

    private Refused(int status, JsonNode body) {
        super("refused with " + status);
        this.status = status;
        this.body = body;
    }

    Refused(Problem problem) {
        this(problem.code(), problem.json());
    }

    static Refused invalid(String message) {
        return new Refused(Problem.invalid(message));
    }

    /** As the Interactions API tells its own errors: the code is a word. */
    static Refused interaction(int status, String code, String message) {
        JsonNode body =
                Json.object().set("error", Json.object().put("code", code).put("message", message));
        return new Refused(status, body);
    }

    Answer answer() {
        return Answer.json(status, body);
    }
}
