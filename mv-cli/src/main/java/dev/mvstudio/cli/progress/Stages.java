package dev.mvstudio.cli.progress;

import dev.mvstudio.application.job.Progress;
import java.util.Locale;

/** What a job is doing, as people read it. */
public final class Stages {
    private Stages() {}

    /** Shows a job's progress. */
    public static Progress shown(Bars.Bar bar) {
        return (stage, fraction) -> bar.at(word(stage), fraction);
    }

    public static String word(Progress.Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
