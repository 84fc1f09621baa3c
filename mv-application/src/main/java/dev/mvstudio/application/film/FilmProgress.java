package dev.mvstudio.application.film;

import dev.mvstudio.application.character.GeneratedCharacterReference;
import dev.mvstudio.application.job.Progress.Stage;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.domain.scene.Scene;
import java.util.List;

/** Told how far a film is. Called from several threads, one call at a time for a clip. Clips count from 0. */
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
