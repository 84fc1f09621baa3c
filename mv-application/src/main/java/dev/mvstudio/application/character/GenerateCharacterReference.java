package dev.mvstudio.application.character;

import dev.mvstudio.application.asset.Intake;
import dev.mvstudio.application.job.DryRun;
import dev.mvstudio.application.job.GeneratorSteps;
import dev.mvstudio.application.job.GeneratorSteps.Harvest;
import dev.mvstudio.application.job.GeneratorSteps.Shelf;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.job.Procedure;
import dev.mvstudio.application.job.Progress;
import dev.mvstudio.application.job.Submission;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.image.ImageRequest;
import java.time.Clock;
import java.util.function.Function;

/** Use case: a description becomes one or several reference pictures of the character. */
public final class GenerateCharacterReference {
    private static final long MAX_BYTES = 100L << 20;

    private final CharacterDefaults defaults;
    private final Backends backends;
    private final Jobs jobs;

    public GenerateCharacterReference(CharacterDefaults defaults, Backends backends, Jobs jobs) {
        this.defaults = defaults;
        this.backends = backends;
        this.jobs = jobs;
    }

    /** How such jobs are done. */
    public static Procedure<ImageRequest, GeneratedCharacterReference> procedure(
            Backends backends, Intake intake, Clock clock) {
        return new Procedure.Remote<>(
                JobKind.GENERATE_CHARACTER_REFERENCE,
                ImageRequest.class,
                GeneratedCharacterReference.class,
                new GeneratorSteps<>(
                        backends::imageModel,
                        Function.identity(),
                        Shelf.of(
                                intake,
                                new Harvest(Collection.CHARACTER_REFERENCES, MediaType.Family.IMAGE, MAX_BYTES)),
                        (job, images) -> new GeneratedCharacterReference(
                                images, job.plan().request(), Outcome.of(job, clock.instant()))));
    }

    /**
     * Draws the pictures.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException before anything is spent
     * @throws dev.mvstudio.application.job.GenerationFailedException when the backend could not
     */
    public GeneratedCharacterReference generate(GenerateCharacterReferenceCommand command) {
        return jobs.join(submit(command, Submission.LOCAL), GeneratedCharacterReference.class, Progress.NONE);
    }

    /**
     * Orders the pictures, and does not wait for them.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException before anything is kept
     */
    public JobSnapshot submit(GenerateCharacterReferenceCommand command, Submission terms) {
        return jobs.submit(defaults.complete(command), terms);
    }

    /** What would be sent. Nothing is. */
    public DryRun<ImageRequest> plan(GenerateCharacterReferenceCommand command) {
        Plan<ImageRequest> plan = defaults.complete(command);
        return new DryRun<>(plan, backends.imageModel(plan.backend()).describe(plan.request()));
    }
}
