package dev.mvstudio.application.film;

import dev.mvstudio.application.character.GenerateCharacterReference;
import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.application.job.DryRun;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.job.Procedure;
import dev.mvstudio.application.job.Submission;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.application.scene.CreateScenes;
import dev.mvstudio.application.video.GenerateVideo;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneRequest;
import dev.mvstudio.domain.video.VideoRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** Use case: an idea and a character become a finished film. */
public final class CreateMusicVideo {
    private static final String PICTURED = "the character in the reference image";

    private final CreateScenes createScenes;
    private final GenerateCharacterReference generateCharacterReference;
    private final GenerateVideo generateVideo;
    private final Film film;
    private final Jobs jobs;

    /** What a film is made by beside its clips. */
    public record Film(FilmDefaults joining, Flavors flavors) {}

    public CreateMusicVideo(
            CreateScenes createScenes,
            GenerateCharacterReference generateCharacterReference,
            GenerateVideo generateVideo,
            Film film,
            Jobs jobs) {
        this.createScenes = createScenes;
        this.generateCharacterReference = generateCharacterReference;
        this.generateVideo = generateVideo;
        this.film = film;
        this.jobs = jobs;
    }

    /** How such jobs are done. */
    public static Procedure<FilmOrder, MusicVideo> procedure(FilmPlanners planners, Clock clock) {
        return new Procedure.Composite<>(
                JobKind.CREATE_MUSIC_VIDEO, FilmOrder.class, MusicVideo.class, new FilmSteps(planners, clock));
    }

    /**
     * Makes the film. What can be refused is refused before the first step. When this thread is interrupted the film is
     * canceled.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException before anything is spent
     * @throws FilmIncompleteException when clips failed; the others are kept
     * @throws dev.mvstudio.application.job.GenerationFailedException when another step failed, or it was canceled
     */
    public MusicVideo create(CreateMusicVideoCommand said, FilmProgress progress) {
        return follow(submit(said, Submission.LOCAL), progress);
    }

    /** Waits for a film that was ordered, like {@link #create}. */
    public MusicVideo follow(JobSnapshot ordered, FilmProgress progress) {
        FilmFollower follower = new FilmFollower(jobs, ordered.id(), progress);
        return result(jobs.join(ordered, (stage, fraction) -> follower.look()), follower);
    }

    /** The same, but the film goes on when this thread is interrupted. */
    public MusicVideo watch(JobSnapshot ordered, FilmProgress progress) throws InterruptedException {
        FilmFollower follower = new FilmFollower(jobs, ordered.id(), progress);
        return result(jobs.watch(ordered, (stage, fraction) -> follower.look()), follower);
    }

    private static MusicVideo result(JobSnapshot over, FilmFollower follower) {
        if (over.state() == JobState.FAILED) {
            throw follower.why(over);
        }
        return over.result(MusicVideo.class);
    }

    /**
     * Orders the film, and does not wait for it.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException before anything is kept
     */
    public JobSnapshot submit(CreateMusicVideoCommand said, Submission terms) {
        CreateMusicVideoCommand command = complete(said);
        FilmPlan plan = planned(command);
        FilmOrder order = new FilmOrder(
                command.by(plan), plan.maxParallel(), plan.character() != null, canLeaveOut(command), plan.warnings());
        return jobs.submit(plan.toPlan(order), terms);
    }

    /** What would be done and sent. Nothing is. */
    public FilmPlan plan(CreateMusicVideoCommand said) {
        return planned(complete(said));
    }

    /** Fills in the character: that of the picture where there is one, else the flavor's. */
    private CreateMusicVideoCommand complete(CreateMusicVideoCommand said) {
        String fallback = film.flavors().defaultCharacter(said.film().flavor());
        return said.withCharacter(said.characterReferenceImageId() == null ? fallback : PICTURED);
    }

    /** Plans every step with a stand-in for what the earlier ones will give. */
    private FilmPlan planned(CreateMusicVideoCommand command) {
        Violations violations = new Violations();
        violations.requireRange("max_parallel", command.maxParallel(), 1, 50);
        int fallback = film.flavors()
                .choose(command.film().flavor(), violations)
                .film()
                .maxParallel();
        if (command.givenScenes() != null && command.givenScenes().isEmpty()) {
            violations.add("scenes", "must not be empty when given", "[]");
        }
        violations.check();
        List<Scene> given = command.givenScenes();
        DryRun<SceneRequest> scenes = given == null ? createScenes.plan(command.scenes()) : null;
        DryRun<ImageRequest> character =
                isToBeDrawn(command) ? generateCharacterReference.plan(command.character()) : null;
        Scene first = new Scene(given == null ? "a scene" : given.get(0).description(), "");
        DryRun<VideoRequest> clip =
                generateVideo.plan(command.clip().forScene(first, command.characterReferenceImageId()));
        FilmRequest joined = film.joining().options(command.film());
        int clips = scenes == null
                ? Objects.requireNonNull(given).size()
                : scenes.plan().request().numberOfScenes();
        int parallel = Objects.requireNonNullElse(command.maxParallel(), fallback);
        return new FilmPlan(scenes, character, clip, clips, joined, parallel, warnings(command));
    }

    /** What we write ourselves about what scenes must not show is no reason to refuse a model that cannot use it. */
    private List<String> warnings(CreateMusicVideoCommand command) {
        return canLeaveOut(command)
                ? List.of()
                : List.of("the clips' model has no negative prompt: what the scenes must not show was left out");
    }

    private boolean canLeaveOut(CreateMusicVideoCommand command) {
        return generateVideo
                .capabilities(command.clip())
                .filter(can -> can.honours(Parameter.NEGATIVE_PROMPT))
                .isPresent();
    }

    /** No picture is paid for that the clips' model cannot use. */
    private boolean isToBeDrawn(CreateMusicVideoCommand command) {
        return command.characterReferenceImageId() == null
                && generateVideo
                        .capabilities(command.clip())
                        .filter(can -> can.references().any())
                        .isPresent();
    }
}
