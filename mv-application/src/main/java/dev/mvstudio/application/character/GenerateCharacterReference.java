package dev.mvstudio.application.character;

import dev.mvstudio.application.asset.Intake;
import dev.mvstudio.application.job.DryRun;
import dev.mvstudio.application.job.Generation;
import dev.mvstudio.application.job.GeneratorSteps;
import dev.mvstudio.application.job.GeneratorSteps.Harvest;
import dev.mvstudio.application.job.JobRunner;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.job.Progress;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.image.ImageRequest;
import java.time.Clock;

/** Use case: a description becomes one or several reference pictures of the character. */
public final class GenerateCharacterReference {
    private static final long MAX_BYTES = 100L << 20;

    private final CharacterDefaults defaults;
    private final Backends backends;
    private final Generation<ImageRequest, GeneratedCharacterReference> steps;
    private final JobRunner runner;

    public GenerateCharacterReference(
            CharacterDefaults defaults, Backends backends, Intake intake, JobRunner runner, Clock clock) {
        this.defaults = defaults;
        this.backends = backends;
        this.runner = runner;
        this.steps = new GeneratorSteps<>(
                backends::imageModel,
                intake,
                new Harvest(Collection.CHARACTER_REFERENCES, MediaType.Family.IMAGE, MAX_BYTES),
                (job, images) -> new GeneratedCharacterReference(
                        images, job.plan().request(), Outcome.of(job, clock.instant())));
    }

    /**
     * Draws the pictures.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException before anything is spent
     * @throws dev.mvstudio.application.job.GenerationFailedException when the backend could not
     */
    public GeneratedCharacterReference generate(GenerateCharacterReferenceCommand command) {
        return runner.run(defaults.complete(command), steps, Progress.NONE);
    }

    /** What would be sent. Nothing is. */
    public DryRun<ImageRequest> plan(GenerateCharacterReferenceCommand command) {
        Plan<ImageRequest> plan = defaults.complete(command);
        return new DryRun<>(plan, backends.imageModel(plan.backend()).describe(plan.request()));
    }
}
