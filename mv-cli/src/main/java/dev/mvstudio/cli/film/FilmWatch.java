package dev.mvstudio.cli.film;

import dev.mvstudio.application.character.GeneratedCharacterReference;
import dev.mvstudio.application.film.FilmProgress;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.cli.progress.Bars;
import dev.mvstudio.cli.progress.Bars.Bar;
import dev.mvstudio.cli.shell.Console;
import dev.mvstudio.domain.job.Stage;
import dev.mvstudio.domain.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows how far a film is. */
final class FilmWatch implements FilmProgress, AutoCloseable {
    private final Console console;
    private final Bars bars;
    private final List<Bar> clips = new ArrayList<>();
    private int expected;
    private @Nullable Bar film;

    FilmWatch(Console console) {
        this.console = console;
        this.bars = console.bars();
    }

    @Override
    public synchronized void scenes(List<Scene> scenes) {
        expected = scenes.size();
        console.note(expected == 1 ? "the scene is written" : "the " + expected + " scenes are written");
    }

    @Override
    public void character(GeneratedCharacterReference reference) {
        console.note("the character is drawn");
    }

    @Override
    public void clip(int number, Stage stage, double fraction) {
        // Finished only when it is stored, which is told separately.
        if (stage != Stage.DONE) {
            clip(number).at(stage.word(), fraction);
        }
    }

    @Override
    public void clipFinished(int number, GeneratedVideo clip) {
        clip(number).at("done", 1);
    }

    @Override
    public void clipFailed(int number, RuntimeException why) {
        clip(number).at("failed", 0);
    }

    @Override
    public synchronized void merging(double fraction) {
        if (film == null) {
            film = bars.add("film");
        }
        film.at(fraction < 1 ? "joining" : "done", fraction);
    }

    /** All clips get their line at once, so that they stay in order. */
    private synchronized Bar clip(int number) {
        int needed = Math.max(expected, number + 1);
        while (clips.size() < needed) {
            clips.add(bars.add("clip " + (clips.size() + 1) + " of " + expected));
        }
        return clips.get(number);
    }

    @Override
    public void close() {
        bars.close();
    }
}
