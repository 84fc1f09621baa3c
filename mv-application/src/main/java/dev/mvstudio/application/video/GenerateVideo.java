package dev.mvstudio.application.video;

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
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.provider.Capabilities;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.video.VideoRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Use case: a prompt becomes a clip. */
public final class GenerateVideo {
    private static final long MAX_BYTES = 4L << 30;

    private final VideoDefaults defaults;
    private final Backends backends;
    private final Jobs jobs;

    public GenerateVideo(VideoDefaults defaults, Backends backends, Jobs jobs) {
        this.defaults = defaults;
        this.backends = backends;
        this.jobs = jobs;
    }

    /** How such jobs are done. */
    public static Procedure<VideoRequest, GeneratedVideo> procedure(Backends backends, Intake intake, Clock clock) {
        return new Procedure.Remote<>(
                JobKind.GENERATE_VIDEO,
                VideoRequest.class,
                GeneratedVideo.class,
                new GeneratorSteps<>(
                        backends::videoModel,
                        Function.identity(),
                        Shelf.of(intake, new Harvest(Collection.VIDEOS, MediaType.Family.VIDEO, MAX_BYTES)),
                        (job, clips) -> new GeneratedVideo(
                                clips.get(0), job.plan().request(), Outcome.of(job, clock.instant()))));
    }

    /**
     * Films the clip. Takes seconds to minutes.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException before anything is spent
     * @throws dev.mvstudio.application.job.GenerationFailedException when the backend could not
     */
    public GeneratedVideo generate(GenerateVideoCommand command, Progress progress) {
        return jobs.join(submit(command, Submission.LOCAL), GeneratedVideo.class, progress);
    }

    /**
     * Orders the clip, and does not wait for it.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException before anything is kept
     */
    public JobSnapshot submit(GenerateVideoCommand command, Submission terms) {
        return jobs.submit(defaults.complete(command), terms);
    }

    /**
     * What the model can do that this command would go to; empty when the command would be refused.
     *
     * @throws dev.mvstudio.application.provider.ConfigurationException when its backend is not set up
     */
    public Optional<Capabilities> capabilities(GenerateVideoCommand command) {
        return backends.choose(Kind.VIDEO, command.backend(), command.model(), new Violations())
                .map(choice -> choice.spec().capabilities());
    }

    /** What would be sent. Nothing is. */
    public DryRun<VideoRequest> plan(GenerateVideoCommand command) {
        Plan<VideoRequest> plan = defaults.complete(command);
        return new DryRun<>(plan, backends.videoModel(plan.backend()).describe(plan.request()));
    }
}
