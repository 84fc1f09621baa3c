package dev.mvstudio.application.film;

import dev.mvstudio.domain.scene.Scene;
import java.util.List;

/**
 * A film as it was ordered: who does each step is decided, whatever the defaults are when its turn comes.
 *
 * @param command what was said, with the character, and with the backend and model of each step
 * @param maxParallel how many are filmed at once
 * @param drawsCharacter whether a picture of the character is made first
 * @param negatives whether the clips' model can be told what scenes must not show
 * @param warnings what the scenes ask for and the clips' model cannot do
 */
public record FilmOrder(
        CreateMusicVideoCommand command,
        int maxParallel,
        boolean drawsCharacter,
        boolean negatives,
        List<String> warnings) {
    public FilmOrder {
        warnings = List.copyOf(warnings);
    }

    /** The scene as the clips' model is told. */
    Scene filmed(Scene scene) {
        return negatives ? scene : new Scene(scene.description(), "");
    }
}
