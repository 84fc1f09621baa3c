package dev.mvstudio.domain.scene;

import java.util.List;

/**
 * What a language model answered when it was asked for scenes.
 *
 * @param scenes those that could be read, in the order of the film
 * @param faults why it could not be read as scenes, each a sentence that the model can do something about; empty when it
 *     could
 */
public record Attempt(List<Scene> scenes, List<String> faults) {
    public Attempt {
        scenes = List.copyOf(scenes);
        faults = List.copyOf(faults);
    }

    /** An answer that has scenes, good or bad ones. */
    public static Attempt of(List<Scene> scenes) {
        return new Attempt(scenes, List.of());
    }

    /** An answer that has none. */
    public static Attempt unreadable(List<String> faults) {
        return new Attempt(List.of(), faults);
    }

    /** The same, for one reason. */
    public static Attempt unreadable(String fault) {
        return unreadable(List.of(fault));
    }
}
