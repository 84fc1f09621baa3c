package dev.mvstudio.application.film;

import dev.mvstudio.application.character.GeneratedCharacterReference;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.domain.job.Stage;
import dev.mvstudio.domain.scene.Scene;
import java.util.List;

/** Told how far a film is. One call at a time. Clips count from 0. */
public interface FilmProgress {
    FilmProgress NONE = new FilmProgress() {};

    default void scenes(List<Scene> scenes) {}

    default void character(GeneratedCharacterReference reference) {}

    default void clip(int number, Stage stage, double fraction) {}

    /** A clip is stored, whatever becomes of the film. */
    default void clipFinished(int number, GeneratedVideo clip) {}

    default void clipFailed(int number, RuntimeException why) {}

    default void merging(double fraction) {}
}
