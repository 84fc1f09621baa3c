package dev.mvstudio.adapter.openai;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a server is told that the answer is to be JSON. */
public enum AnswerFormat {
    /** By the schema of the scenes, which the server then keeps to. */
    JSON_SCHEMA,
    /** By saying that it is JSON, without a schema. */
    JSON_OBJECT,
    /** Not at all but in the prompt: for servers that refuse to be told. */
    NONE;

    static Optional<AnswerFormat> of(String word) {
        return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
    }

    /** As in the configuration: {@code json_schema}, {@code json_object}, {@code none}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The member {@code response_format} of a request; empty to leave it out. */
    Optional<Map<String, Object>> member() {
        return switch (this) {
            case JSON_SCHEMA -> Optional.of(SceneSchema.MEMBER);
            case JSON_OBJECT -> Optional.of(Map.of("type", "json_object"));
            case NONE -> Optional.empty();
        };
    }

    static List<String> words() {
        return Arrays.stream(values()).map(AnswerFormat::word).toList();
    }
}
