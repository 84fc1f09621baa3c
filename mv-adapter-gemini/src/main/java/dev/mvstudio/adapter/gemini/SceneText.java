package dev.mvstudio.adapter.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.scene.Attempt;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.wire.Json;
import dev.mvstudio.wire.Wording;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the scenes in what a model wrote. A schema holds it to JSON, and yet some put fences or words around it. */
final class SceneText {
    private SceneText() {}

    static Attempt read(String text) {
        if (text.isBlank()) {
            return Attempt.unreadable("The answer is empty.");
        }
        String json = text.substring(Math.max(0, text.indexOf('{')));
        JsonNode list = Json.read(Wording.wellFormed(json).getBytes(StandardCharsets.UTF_8))
                .path(Question.SCENES);
        return list.isArray()
                ? scenes(list)
                : Attempt.unreadable("There is no JSON object with the member \"scenes\", an array, in the answer.");
    }

    private static Attempt scenes(JsonNode list) {
        List<Scene> scenes = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (JsonNode scene : list) {
            String which = "Scene " + (scenes.size() + 1);
            scenes.add(new Scene(
                    text(which, scene, Question.DESCRIPTION, faults),
                    text(which, scene, Question.NEGATIVE_DESCRIPTION, faults)));
        }
        return faults.isEmpty() ? Attempt.of(scenes) : Attempt.unreadable(faults);
    }

    private static String text(String which, JsonNode scene, String name, List<String> faults) {
        if (!scene.path(name).isTextual()) {
            faults.add(which + " has no text \"" + name + "\".");
        }
        return Wording.wellFormed(Json.text(scene, name)).strip();
    }
}
