package dev.mvstudio.web.film;

import dev.mvstudio.application.character.GenerateCharacterReferenceCommand;
import dev.mvstudio.application.film.CreateMusicVideoCommand;
import dev.mvstudio.application.film.MergeVideosCommand;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.application.request.InvalidRequestException.Code;
import dev.mvstudio.application.request.Violation;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.application.scene.CreateScenesCommand;
import dev.mvstudio.application.video.GenerateVideoCommand;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.web.film.CreateMusicVideoBody.ClipOptions;
import dev.mvstudio.web.film.CreateMusicVideoBody.FilmOptions;
import dev.mvstudio.web.film.CreateMusicVideoBody.SceneInput;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller wants a film to be, as the use case wants it. */
final class FilmWish {
    private final CreateMusicVideoBody said;

    FilmWish(CreateMusicVideoBody said) {
        this.said = said;
    }

    /**
     * Refuses what only this route can tell.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException with every fault of these
     */
    void check(Backends backends) {
        Violations violations = new Violations();
        if (Boolean.TRUE.equals(said.cutToBeat())) {
            violations.add(Code.UNSUPPORTED_PARAMETER, "cut_to_beat", "is not there yet; leave it out", true);
        }
        checkScenes(violations);
        choose(backends, Kind.SCENES, "scenes_", said.scenesBackend(), said.scenesModel(), violations);
        choose(backends, Kind.IMAGE, "image_", said.imageBackend(), said.imageModel(), violations);
        violations.check();
    }

    private void checkScenes(Violations violations) {
        List<SceneInput> scenes = said.scenes();
        if (scenes == null) {
            return;
        }
        if (scenes.size() > 50) {
            violations.add("scenes", "must be at most 50", scenes.size());
        }
        Integer number = said.numberOfScenes();
        if (number != null && number != scenes.size()) {
            violations.add("number_of_scenes", "must be left out, or be " + scenes.size() + " as in scenes", number);
        }
        for (int i = 0; i < scenes.size(); i++) {
            violations.requireText(
                    "scenes[" + i + "].description", scenes.get(i).description(), 20_000);
            violations.limitText(
                    "scenes[" + i + "].negative_description", scenes.get(i).negativeDescription(), 5_000);
        }
    }

    /** The members of each step have names of their own here. */
    private static void choose(
            Backends backends,
            Kind kind,
            String prefix,
            @Nullable String backend,
            @Nullable String model,
            Violations violations) {
        if (backend == null && model == null) {
            return;
        }
        Violations found = new Violations();
        var chosen = backends.choose(kind, backend, model, found);
        if (chosen.isEmpty() || !found.isEmpty()) {
            for (Violation v : found.found()) {
                violations.add(prefix + v.field(), v.message(), v.rejected());
            }
        }
    }

    CreateMusicVideoCommand toCommand() {
        List<SceneInput> scenes = said.scenes();
        return new CreateMusicVideoCommand(
                scenes(),
                scenes == null ? null : scenes.stream().map(SceneInput::toScene).toList(),
                character(),
                said.characterReferenceImageId(),
                clip(said.clip()),
                film(said.film()),
                said.maxParallel());
    }

    private CreateScenesCommand scenes() {
        return new CreateScenesCommand(
                said.idea(),
                said.characterDescription(),
                said.characterCharacteristics(),
                said.numberOfScenes(),
                said.videoType(),
                said.videoCharacteristics(),
                said.cameraAngle(),
                said.scenesBackend(),
                said.scenesModel(),
                said.seed(),
                said.flavor());
    }

    private GenerateCharacterReferenceCommand character() {
        return new GenerateCharacterReferenceCommand(
                said.characterDescription(),
                null,
                1,
                null,
                null,
                said.safetyFilterLevel(),
                said.personGeneration(),
                said.seed(),
                null,
                said.imageBackend(),
                said.imageModel(),
                said.flavor());
    }

    private GenerateVideoCommand clip(ClipOptions clip) {
        Integer seconds = clip.duration();
        return new GenerateVideoCommand(
                null,
                clip.negativePrompt(),
                clip.aspectRatio(),
                seconds == null ? null : Duration.ofSeconds(seconds),
                clip.resolution(),
                clip.generateAudio(),
                said.seed(),
                null,
                null,
                null,
                null,
                null,
                clip.videoRulesTemplate(),
                clip.backend(),
                clip.model(),
                said.flavor());
    }

    private MergeVideosCommand film(FilmOptions film) {
        return new MergeVideosCommand(
                List.of(),
                film.soundtrackId(),
                film.clipAudio(),
                film.transition(),
                film.transitionSeconds(),
                film.fadeOutSeconds(),
                film.fit(),
                film.length(),
                said.flavor());
    }
}
