package dev.mvstudio.testkit.comfyui;

import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Json;

/** A call that breaks a rule. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Answer answer;

    Refused(Answer answer) {
        super(answer.status() + " " + answer.text(), null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }

    /** A status and nothing else. */
    static Refused bare(int status) {
        return new Refused(Answer.empty(status));
    }

    /** The handler threw. */
    static Refused stumbled() {
        return new Refused(Answer.text(500, "text/plain; charset=utf-8", Fault.INTERNAL));
    }

    static Refused because(int status, String error) {
        return new Refused(Answer.json(status, Json.object().put("error", error)));
    }
}
