package dev.mvstudio.testkit.replicate;

import java.io.Serial;

/** The call breaks a rule. */
final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Answer answer;

    Refused(Answer answer) {
        super("refused with " + answer.status());
        this.answer = answer;
    }

    static Refused notFound() {
        return new Refused(Answer.json(404, Texts.NOT_FOUND));
    }

    Answer answer() {
        return answer;
    }
}
