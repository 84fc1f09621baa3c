package dev.mvstudio.application.image;

import dev.mvstudio.application.image.SequencePlan.SceneCall;
import dev.mvstudio.application.job.GeneratorSteps;
import dev.mvstudio.application.job.Job;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.job.Procedure;
import dev.mvstudio.application.job.Progress;
import dev.mvstudio.application.job.Submission;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Scene;
import dev.mvstudio.domain.job.JobStore;
import java.time.Clock;
import java.util.List;

/** Use case: a character and scenes become a sequence of images. One that was begun before goes on. */
public final class GenerateImages {
    private final ImageDefaults defaults;
    private final Backends backends;
    private final Gallery gallery;
    private final Jobs jobs;

    public GenerateImages(ImageDefaults defaults, Backends backends, Gallery gallery, Jobs jobs) {
        this.defaults = defaults;
        this.backends = backends;
        this.gallery = gallery;
        this.jobs = jobs;
    }

    /** How such jobs are done. */
    public static Procedure<SequenceOrder, GeneratedImages> procedure(Gallery gallery, JobStore store, Clock clock) {
        return new Procedure.Composite<>(
                JobKind.GENERATE_IMAGES,
                SequenceOrder.class,
                GeneratedImages.class,
                new SequenceSteps(gallery, new Turns(store), clock));
    }

    /** How each of the images is made. */
    public static Procedure<SceneOrder, GeneratedImage> step(Backends backends, Gallery gallery, Clock clock) {
        return new Procedure.Remote<>(
                JobKind.GENERATE_IMAGE,
                SceneOrder.class,
                GeneratedImage.class,
                new GeneratorSteps<>(
                        backends::imageModel,
                        SceneOrder::image,
                        (job, number, output) -> gallery.hang(job.plan().request(), output, job.keep()),
                        (job, images) -> answer(job, images.get(0), gallery, clock)));
    }

    private static GeneratedImage answer(Job<SceneOrder> job, Asset image, Gallery gallery, Clock clock) {
        SceneOrder order = job.plan().request();
        return new GeneratedImage(
                image, gallery.record(order.folder(), order.scene(), image), order, Outcome.of(job, clock.instant()));
    }

    /**
     * Makes the images that are missing. Some may be missing afterwards, too; the answer says why.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException before anything is spent
     * @throws dev.mvstudio.application.job.GenerationFailedException when there is none at all
     */
    public GeneratedImages generate(GenerateImagesCommand command, Progress progress) {
        return jobs.join(submit(command, Submission.LOCAL), GeneratedImages.class, progress);
    }

    /**
     * Orders the images, and does not wait for them.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException before anything is kept
     */
    public JobSnapshot submit(GenerateImagesCommand command, Submission terms) {
        return jobs.submit(defaults.complete(command), terms);
    }

    /** What would be sent. Nothing is. */
    public SequencePlan plan(GenerateImagesCommand command) {
        Plan<SequenceOrder> plan = defaults.complete(command);
        SequenceOrder order = plan.request();
        ImageSequence record = gallery.records().find(order.sequence().folder()).orElse(order.sequence());
        Recorded recorded = Recorded.of(record, order);
        ImageModel model = backends.imageModel(plan.backend());
        List<SceneCall> calls = recorded.scenes().stream()
                .map(scene -> call(scene, recorded.request(scene, gallery.picture(recorded.picture(scene))), model))
                .toList();
        return new SequencePlan(plan, calls);
    }

    private static SceneCall call(Scene scene, ImageRequest request, ImageModel model) {
        return new SceneCall(scene.number(), scene.prompt(), scene.image() != null, model.describe(request));
    }
}
