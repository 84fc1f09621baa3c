package dev.mvstudio.application.film;

import dev.mvstudio.application.character.GenerateCharacterReference;
import dev.mvstudio.application.character.GeneratedCharacterReference;
import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.application.job.DryRun;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.application.scene.CreateScenes;
import dev.mvstudio.application.video.GenerateVideo;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneRequest;
import dev.mvstudio.domain.video.VideoRequest;
import java.util.List;
import java.util.Objects;

/** Use case: an idea and a character become a finished film. */
public final class CreateMusicVideo {
    private static final String PICTURED = "the character in the reference image";

    private final CreateScenes createScenes;
    private final GenerateCharacterReference generateCharacterReference;
    private final GenerateVideo generateVideo;
    private final MergeVideos mergeVideos;
    private final Flavors flavors;

    public CreateMusicVideo(
            CreateScenes createScenes,
            GenerateCharacterReference generateCharacterReference,
            GenerateVideo generateVideo,
            MergeVideos mergeVideos,
            Flavors flavors) {
        this.createScenes = createScenes;
        this.generateCharacterReference = generateCharacterReference;
        this.generateVideo = generateVideo;
        this.mergeVideos = mergeVideos;
        this.flavors = flavors;
    }

    /**
     * Makes the film. What can be refused is refused before the first step.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException before anything is spent
     * @throws FilmIncompleteException when clips failed; the others are kept
     * @throws dev.mvstudio.application.job.GenerationFailedException when scenes or character failed
     */
    public MusicVideo create(CreateMusicVideoCommand said, FilmProgress progress) {
        CreateMusicVideoCommand command = complete(said);
        FilmPlan plan = planned(command);
        List<Scene> scenes = scenes(command, progress);
        List<Scene> filmed = plan.warnings().isEmpty() ? scenes : withoutNegatives(scenes);
        String reference = plan.character() == null ? command.characterReferenceImageId() : draw(command, progress);
        Clips clips = new Clips(generateVideo, command.clip(), reference, plan.maxParallel());
        var finished = clips.film(filmed, progress);
        MergedVideo film = mergeVideos.finish(
                command.film()
                        .withVideos(finished.stream()
                                .map(v -> v.video().id().toString())
                                .toList()),
                (stage, fraction) -> progress.merging(fraction));
        return new MusicVideo(film, scenes, reference, finished, plan.warnings());
    }

    /** What would be done and sent. Nothing is. */
    public FilmPlan plan(CreateMusicVideoCommand said) {
        return planned(complete(said));
    }

    /** Fills in the character: that of the picture where there is one, else the flavor's. */
    private CreateMusicVideoCommand complete(CreateMusicVideoCommand said) {
        String fallback = flavors.defaultCharacter(said.film().flavor());
        return said.withCharacter(said.characterReferenceImageId() == null ? fallback : PICTURED);
    }

    /** Plans every step with a stand-in for what the earlier ones will give. */
    private FilmPlan planned(CreateMusicVideoCommand command) {
        Violations violations = new Violations();
        violations.requireRange("max_parallel", command.maxParallel(), 1, 50);
        int fallback =
                flavors.choose(command.film().flavor(), violations).film().maxParallel();
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
        FilmRequest film = mergeVideos.planOptions(command.film());
        int clips = scenes == null
                ? Objects.requireNonNull(given).size()
                : scenes.plan().request().numberOfScenes();
        int parallel = Objects.requireNonNullElse(command.maxParallel(), fallback);
        return new FilmPlan(scenes, character, clip, clips, film, parallel, warnings(command));
    }

    /** What we write ourselves about what scenes must not show is no reason to refuse a model that cannot use it. */
    private List<String> warnings(CreateMusicVideoCommand command) {
        return generateVideo
                .capabilities(command.clip())
                .filter(can -> !can.honours(Parameter.NEGATIVE_PROMPT))
                .map(can -> "the clips' model has no negative prompt: what the scenes must not show was left out")
                .stream()
                .toList();
    }

    private static List<Scene> withoutNegatives(List<Scene> scenes) {
        return scenes.stream().map(s -> new Scene(s.description(), "")).toList();
    }

    private List<Scene> scenes(CreateMusicVideoCommand command, FilmProgress progress) {
        List<Scene> scenes = command.givenScenes() == null
                ? createScenes.create(command.scenes()).scenes()
                : command.givenScenes();
        progress.scenes(scenes);
        return scenes;
    }

    /** No picture is paid for that the clips' model cannot use. */
    private boolean isToBeDrawn(CreateMusicVideoCommand command) {
        return command.characterReferenceImageId() == null
                && generateVideo
                        .capabilities(command.clip())
                        .filter(can -> can.maxReferenceImages() > 0)
                        .isPresent();
    }

    private String draw(CreateMusicVideoCommand command, FilmProgress progress) {
        GeneratedCharacterReference drawn = generateCharacterReference.generate(command.character());
        progress.character(drawn);
        return drawn.first().id().toString();
    }
}
