package dev.mvstudio.adapter.openai;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mvstudio.domain.scene.Attempt;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.wire.Json;
import dev.mvstudio.wire.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Finds the scenes in what a model wrote. It is told to write JSON and nothing else, but where no schema holds it to that
 * it may think aloud first, put fences around the JSON, or say goodbye.
 */
final class SceneText {
    private static final String END_OF_THOUGHT = "</think>";

    /** A text with more braces than this before its scenes is no answer. */
    private static final int MOST_TRIES = 200;

    private static final String NO_SCENES =
            "There is no JSON object with the member \"scenes\", an array of objects, in the answer.";

    private final char[] text;

    private SceneText(char[] text) {
        this.text = text;
    }

    static Attempt read(String text) {
        int thought = text.lastIndexOf(END_OF_THOUGHT);
        String answer = thought < 0 ? text : text.substring(thought + END_OF_THOUGHT.length());
        if (answer.isBlank()) {
            return Attempt.unreadable("The answer is empty.");
        }
        JsonNode scenes = new SceneText(answer.toCharArray()).scenes();
        return scenes.isMissingNode() ? Attempt.unreadable(NO_SCENES) : scenes(scenes);
    }

    private static Attempt scenes(JsonNode list) {
        List<Scene> scenes = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (JsonNode scene : list) {
            String which = "Scene " + (scenes.size() + 1);
            scenes.add(new Scene(
                    text(which, scene, SceneSchema.DESCRIPTION, faults),
                    text(which, scene, SceneSchema.NEGATIVE_DESCRIPTION, faults)));
        }
        return faults.isEmpty() ? Attempt.of(scenes) : Attempt.unreadable(faults);
    }

    private static String text(String which, JsonNode scene, String name, List<String> faults) {
        JsonNode member = scene.path(name);
        if (!member.isTextual()) {
            faults.add(which + " has no text \"" + name + "\".");
        }
        return Wording.wellFormed(member.asText()).strip();
    }

    /** The first list of scenes in the text; missing when there is none. */
    private JsonNode scenes() {
        int tries = 0;
        int from = next(0);
        while (from < text.length && tries++ < MOST_TRIES) {
            try (JsonParser parser = Json.READER.createParser(text, from, text.length - from)) {
                JsonNode scenes = listIn(Json.READER.readTree(parser));
                if (!scenes.isMissingNode()) {
                    return scenes;
                }
                from = next(from + (int) parser.currentLocation().getCharOffset());
            } catch (JsonProcessingException noJsonHere) {
                from = next(from + 1);
            } catch (IOException e) {
                throw new UncheckedIOException("memory can be read", e);
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode listIn(JsonNode json) {
        JsonNode list = json.isObject() ? json.path(SceneSchema.SCENES) : json;
        boolean scenes = list.isArray()
                && (json.isObject() || !list.isEmpty())
                && StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isObject);
        return scenes ? list : MissingNode.getInstance();
    }

    /** Where JSON may begin. */
    private int next(int from) {
        int i = from;
        while (i < text.length && text[i] != '{' && text[i] != '[') {
            i++;
        }
        return i;
    }
}
