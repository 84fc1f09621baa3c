package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.scene.SceneRequest;
import dev.mvstudio.wire.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is sent to have scenes written. */
final class Question {
    static final String SCENES = "scenes";
    static final String DESCRIPTION = "description";
    static final String NEGATIVE_DESCRIPTION = "negative_description";

    /** Google refuses schemas with long lists, as too complex; beyond this the prompt says how many, and it is checked. */
    private static final int MOST_IN_SCHEMA = 16;

    /** Of the answer that is shown to the model again: room for fifty scenes as they should be. */
    private static final int LONGEST_ANSWER = 100_000;

    private final SceneRequest request;

    Question(SceneRequest request) {
        this.request = request;
    }

    Map<String, Object> first() {
        return body(List.of(turn("user", prompt())));
    }

    /** The same question with what was wrong with the answer to it. There are no turns without words. */
    Map<String, Object> again(String answer, List<String> objections) {
        String reminder = "Your answer cannot be used:\n- " + String.join("\n- ", objections)
                + "\nAnswer once more, from the beginning and in full. All the rules still hold.";
        return answer.isBlank()
                ? body(List.of(turn("user", prompt() + "\n\n" + reminder)))
                : body(List.of(
                        turn("user", prompt()),
                        turn("model", Wording.cut(Wording.wellFormed(answer), LONGEST_ANSWER)),
                        turn("user", reminder)));
    }

    private String prompt() {
        return Wording.wellFormed(request.prompt());
    }

    private static Map<String, Object> turn(String role, String text) {
        return ordered("role", role, "parts", List.of(Map.of("text", text)));
    }

    private Map<String, Object> body(List<Map<String, Object>> turns) {
        Map<String, Object> config =
                ordered("responseMimeType", "application/json", "responseSchema", schema(request.numberOfScenes()));
        if (request.seed() != null) {
            config.put("seed", request.seed());
        }
        return ordered("contents", turns, "generationConfig", config);
    }

    private static Map<String, Object> schema(int count) {
        Map<String, Object> scenes = ordered(
                "type",
                "ARRAY",
                "items",
                object(
                        DESCRIPTION,
                        text("What the clip shows."),
                        NEGATIVE_DESCRIPTION,
                        text("What must not appear in the clip, separated by commas.")));
        if (count <= MOST_IN_SCHEMA) {
            scenes.put("minItems", count);
            scenes.put("maxItems", count);
        }
        return object(SCENES, scenes);
    }

    private static Map<String, Object> text(String description) {
        return ordered("type", "STRING", "description", description);
    }

    private static Map<String, Object> object(Object... namesAndSchemas) {
        Map<String, Object> properties = ordered(namesAndSchemas);
        List<String> names = new ArrayList<>(properties.keySet());
        return ordered("type", "OBJECT", "properties", properties, "required", names, "propertyOrdering", names);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
