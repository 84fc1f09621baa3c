package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.wire.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API.
 *
 * @param doing for messages: {@code having scenes written by gemini-3.7-flash}
 * @param path below the API's address, with a slash in front
 * @param body what is sent, as JSON; null for nothing
 * @param stake what is lost when the answer does not arrive
 * @param model which is asked, and for what; null when none is
 */
record Call(
        String doing,
        Method method,
        String path,
        @Nullable Map<String, Object> body,
        Stake stake,
        @Nullable Asked model) {
    /** What is lost when the answer to a call does not arrive. */
    enum Stake {
        /** Nothing that matters: it is asked again. */
        NOTHING,
        /** What was made, for it is in the answer and nowhere else; when it is refused, nothing was made. */
        RESULT,
        /** The name of what was begun. */
        ORDER
    }

    /** A model, and what it is asked for. */
    record Asked(Kind kind, Model model) {}

    static Call get(String doing, String path) {
        return new Call(doing, Method.GET, path, null, Stake.NOTHING, null);
    }

    /** Asks a model. */
    static Call ask(Kind kind, Model model, String path, Map<String, Object> body, Stake stake) {
        String doing = switch (kind) {
            case SCENES -> "having scenes written by ";
            case IMAGE -> "having a picture made by ";
            case VIDEO -> "having a clip made by ";
        };
        return new Call(doing + model, Method.POST, path, body, stake, new Asked(kind, model));
    }
}
