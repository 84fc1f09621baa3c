package dev.mvstudio.domain.scene;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with scenes that a language model wrote, told so that the model can mend it. */
public final class SceneCheck {
    /**
     * Of a description, in characters. It becomes the prompt of a clip, which has at most 20,000 with all the rules that
     * are appended to it, and it repeats the look of the character, which has up to 5,000: what is longer than this is a
     * model that goes round in circles.
     */
    public static final int LONGEST_DESCRIPTION = 10_000;

    /** Of a negative description, in characters: as long as the negative prompt of a clip may be. */
    public static final int LONGEST_NEGATIVE_DESCRIPTION = 5_000;

    /** More than these help no model, and fill its memory. */
    private static final int MOST_FAULTS = 10;

    private SceneCheck() {}

    /** The faults, each a sentence, at most ten and a word about the rest; empty when the scenes can be filmed. */
    public static List<String> faults(SceneRequest request, List<Scene> scenes) {
        List<String> faults = new ArrayList<>();
        if (scenes.size() != request.numberOfScenes()) {
            faults.add("There are " + scenes.size() + " scenes instead of exactly " + request.numberOfScenes() + ".");
        }
        for (int i = 0; i < scenes.size(); i++) {
            check("scene " + (i + 1), scenes.get(i), faults);
        }
        return shortened(faults);
    }

    private static void check(String which, Scene scene, List<String> faults) {
        if (scene.description().isBlank()) {
            faults.add("The description of " + which + " is blank.");
        }
        limit("The description of " + which, scene.description(), LONGEST_DESCRIPTION, faults);
        limit(
                "The negative description of " + which,
                scene.negativeDescription(),
                LONGEST_NEGATIVE_DESCRIPTION,
                faults);
    }

    private static void limit(String which, String text, int most, List<String> faults) {
        if (text.length() > most) {
            faults.add(which + " has " + text.length() + " characters, and may have at most " + most + ".");
        }
    }

    /** The first ones, and how many more there are. */
    public static List<String> shortened(List<String> faults) {
        if (faults.size() <= MOST_FAULTS) {
            return List.copyOf(faults);
        }
        List<String> first = new ArrayList<>(faults.subList(0, MOST_FAULTS));
        first.add("There are " + (faults.size() - MOST_FAULTS) + " more faults of these kinds.");
        return List.copyOf(first);
    }
}
