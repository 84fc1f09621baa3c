package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.provider.Model;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a model is asked. */
final class ModelPath {
    private ModelPath() {}

    /** The path below the API's address: {@code /models/veo-3.1:predictLongRunning}. */
    static String of(Model model, String method) {
        return "/models/" + URLEncoder.encode(name(model), StandardCharsets.UTF_8) + ":" + method;
    }

    /** Without {@code models/}, which Google's lists have in front. */
    static String name(Model model) {
        return model.name().replaceFirst("^models/", "");
    }
}
