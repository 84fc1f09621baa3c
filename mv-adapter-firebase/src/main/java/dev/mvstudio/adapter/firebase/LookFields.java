package dev.mvstudio.adapter.firebase;

import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.image.ImageSequence.Look;
import dev.mvstudio.domain.image.SceneType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the images of a sequence look, among its parameters. What was begun before this was recorded has none of it. */
final class LookFields {
    private static final String NEGATIVE_PROMPT = "negative_prompt";
    private static final String FORMAT = "output_format";
    private static final String CHARACTER = "character_reference_image_id";

    private LookFields() {}

    static Map<String, Object> write(Look look) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (look.negativePrompt() != null) {
            fields.put(NEGATIVE_PROMPT, look.negativePrompt());
        }
        fields.put(FORMAT, look.format().word());
        if (look.character() != null) {
            fields.put(CHARACTER, look.character().toString());
        }
        return fields;
    }

    static @Nullable Look read(Map<?, ?> parameters) {
        String format = Fields.maybe(parameters, FORMAT);
        String character = Fields.maybe(parameters, CHARACTER);
        return format == null
                ? null
                : new Look(
                        Fields.maybe(parameters, NEGATIVE_PROMPT),
                        ImageFormat.parse(format)
                                .orElseThrow(() -> new IllegalArgumentException(FORMAT + " is none: " + format)),
                        character == null ? null : Fields.assetId(character, CHARACTER));
    }

    static SceneType type(Map<?, ?> scene) {
        String type = Fields.maybe(scene, "type");
        return type == null
                ? SceneType.CHARACTER
                : SceneType.parse(type)
                        .orElseThrow(() -> new IllegalArgumentException("type of a scene is none: " + type));
    }
}
