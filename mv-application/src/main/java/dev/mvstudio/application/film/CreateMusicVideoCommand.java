package dev.mvstudio.application.film;

import dev.mvstudio.application.character.GenerateCharacterReferenceCommand;
import dev.mvstudio.application.scene.CreateScenesCommand;
import dev.mvstudio.application.video.GenerateVideoCommand;
import dev.mvstudio.domain.scene.Scene;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole film.
 *
 * @param scenes how the scenes are written; without a description of the character, the one of {@code character}, else
 *     the flavor's is used
 * @param givenScenes scenes that are there already; the writing is then skipped
 * @param character how the character is drawn; described like in {@code scenes} when left open
 * @param characterReferenceImageId a stored picture of the character; the drawing is then skipped
 * @param clip how each clip is filmed; prompt and reference image come from the scenes and the character
 * @param film how the clips are joined; the clips themselves are filled in
 * @param maxParallel how many clips are filmed at once, 1–50; null for the flavor's
 */
public record CreateMusicVideoCommand(
        CreateScenesCommand scenes,
        @Nullable List<Scene> givenScenes,
        GenerateCharacterReferenceCommand character,
        @Nullable String characterReferenceImageId,
        GenerateVideoCommand clip,
        MergeVideosCommand film,
        @Nullable Integer maxParallel) {
    /** Everything but these by default; the character as well when it is null. */
    public static CreateMusicVideoCommand of(String idea, @Nullable String characterDescription) {
        return new CreateMusicVideoCommand(
                CreateScenesCommand.of(idea, characterDescription),
                null,
                GenerateCharacterReferenceCommand.of(characterDescription),
                null,
                GenerateVideoCommand.of(null),
                MergeVideosCommand.of(List.of()),
                null);
    }

    /** The same, where nobody is described with this one. */
    CreateMusicVideoCommand withCharacter(String description) {
        String described = Stream.of(scenes.characterDescription(), character.characterDescription())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(description);
        return new CreateMusicVideoCommand(
                scenes.withCharacter(described),
                givenScenes,
                character.withCharacter(described),
                characterReferenceImageId,
                clip,
                film,
                maxParallel);
    }

    /** The same, each step done by whom the plan chose. */
    CreateMusicVideoCommand by(FilmPlan plan) {
        return new CreateMusicVideoCommand(
                plan.scenes() == null
                        ? scenes
                        : scenes.by(
                                plan.scenes().plan().backend(),
                                plan.scenes().plan().model()),
                givenScenes,
                plan.character() == null
                        ? character
                        : character.by(
                                plan.character().plan().backend(),
                                plan.character().plan().model()),
                characterReferenceImageId,
                clip.by(plan.clip().plan().backend(), plan.clip().plan().model()),
                film,
                maxParallel);
    }
}
