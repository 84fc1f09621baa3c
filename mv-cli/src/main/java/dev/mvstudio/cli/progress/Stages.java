package dev.mvstudio.cli.progress;

import dev.mvstudio.application.job.Progress;

/** What a job is doing, as people read it. */
public final class Stages {
    private Stages() {}

    /** Shows a job's progress. */
    public static Progress shown(Bars.Bar bar) {
        return (stage, fraction) -> bar.at(stage.word(), fraction);
    }

    /** The same of joining clips, which knows no other stages. */
    public static Progress joining(Bars.Bar bar) {
        return (stage, fraction) -> bar.at(fraction < 1 ? "joining" : "done", fraction);
    }
}
