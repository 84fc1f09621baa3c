package dev.mvstudio.adapter.replicate;

import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.ModelSpec;

/** What a prediction is ordered of. */
record Order(Kind kind, ModelSpec spec, ModelName name) {
    /** For messages: the setting that names the model. */
    String setting() {
        return "model in replicate." + kind.word() + " of backends.yaml";
    }
}
