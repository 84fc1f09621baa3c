package dev.mvstudio.application.scene;

import dev.mvstudio.application.asset.Retention;
import dev.mvstudio.application.job.DryRun;
import dev.mvstudio.application.job.JobRunner;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.job.Progress;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.domain.scene.SceneFiles;
import dev.mvstudio.domain.scene.SceneRequest;
import java.time.Clock;

/** Use case: an idea and a character become the scenes of a video. */
public final class CreateScenes {
    private final SceneDefaults defaults;
    private final Backends backends;
    private final SceneSteps steps;
    private final JobRunner runner;

    public CreateScenes(SceneDefaults defaults, Backends backends, Shelf shelf, JobRunner runner, Clock clock) {
        this.defaults = defaults;
        this.backends = backends;
        this.steps = new SceneSteps(backends, shelf, clock);
        this.runner = runner;
    }

    /**
     * Where scenes are kept, and for how long.
     *
     * @param files where
     * @param retention they are media
     */
    public record Shelf(SceneFiles files, Retention retention) {}

    /**
     * Writes the scenes.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException before anything is spent
     * @throws dev.mvstudio.application.job.GenerationFailedException when the writer could not
     */
    public CreatedScenes create(CreateScenesCommand command) {
        return runner.run(defaults.complete(command), steps, Progress.NONE);
    }

    /** What would be sent. Nothing is. */
    public DryRun<SceneRequest> plan(CreateScenesCommand command) {
        Plan<SceneRequest> plan = defaults.complete(command);
        return new DryRun<>(plan, backends.sceneWriter(plan.backend()).describe(plan.request()));
    }
}
