package dev.mvstudio.application.scene;

import dev.mvstudio.application.asset.Retention;
import dev.mvstudio.application.job.DryRun;
import dev.mvstudio.application.job.GenerationListener;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.job.Procedure;
import dev.mvstudio.application.job.Progress;
import dev.mvstudio.application.job.Submission;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.domain.scene.SceneFiles;
import dev.mvstudio.domain.scene.SceneRequest;
import java.time.Clock;

/** Use case: an idea and a character become the scenes of a video. */
public final class CreateScenes {
    private final SceneDefaults defaults;
    private final Backends backends;
    private final Jobs jobs;

    public CreateScenes(SceneDefaults defaults, Backends backends, Jobs jobs) {
        this.defaults = defaults;
        this.backends = backends;
        this.jobs = jobs;
    }

    /** How such jobs are done. */
    public static Procedure<SceneRequest, CreatedScenes> procedure(
            Backends backends, Shelf shelf, GenerationListener listener, Clock clock) {
        return new Procedure.Local<>(
                JobKind.CREATE_SCENES,
                SceneRequest.class,
                CreatedScenes.class,
                new SceneSteps(backends, shelf, listener, clock));
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
        return jobs.join(submit(command, Submission.LOCAL), CreatedScenes.class, Progress.NONE);
    }

    /**
     * Orders the scenes, and does not wait for them.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException before anything is kept
     */
    public JobSnapshot submit(CreateScenesCommand command, Submission terms) {
        return jobs.submit(defaults.complete(command), terms);
    }

    /** What would be sent. Nothing is. */
    public DryRun<SceneRequest> plan(CreateScenesCommand command) {
        Plan<SceneRequest> plan = defaults.complete(command);
        return new DryRun<>(plan, backends.sceneWriter(plan.backend()).describe(plan.request()));
    }
}
