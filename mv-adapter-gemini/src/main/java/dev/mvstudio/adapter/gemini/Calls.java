package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.ModelSpec;
import java.util.List;
import java.util.Map;

/** The calls of the API by which models are asked: the word {@code call} of a model in the configuration. */
final class Calls {
    static final String GENERATE_CONTENT = "generate_content";
    static final String PREDICT = "predict";
    static final String LONG_RUNNING = "long_running";
    static final String INTERACTIONS = "interactions";

    /** The usual one first. */
    private static final Map<Kind, List<String>> OF = Map.of(
            Kind.SCENES, List.of(GENERATE_CONTENT),
            Kind.IMAGE, List.of(GENERATE_CONTENT, PREDICT),
            Kind.VIDEO, List.of(LONG_RUNNING, INTERACTIONS));

    private Calls() {}

    /** The call by which a model is asked. */
    static String of(Kind kind, ModelSpec spec) {
        String call = spec.call();
        return call == null ? known(kind).get(0) : call;
    }

    static List<String> known(Kind kind) {
        return OF.getOrDefault(kind, List.of());
    }

    /** What belongs to a call that is known. */
    static <T> T chosen(Map<String, T> all, String call) {
        T chosen = all.get(call);
        if (chosen == null) {
            throw new IllegalStateException("a call that the settings should not have: " + call);
        }
        return chosen;
    }
}
