package dev.mvstudio.application.image;

import dev.mvstudio.domain.prompt.CharacterTraits;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says; null is a gap.
 *
 * @param character who is in the scenes that are not b-roll
 * @param scenes 1–200, numbered from 1; null to go on with the recorded ones of {@code folderId}
 * @param folderId the sequence to go on with, or the name of a new one
 * @param seed of all images
 * @param characterReferenceImageId a stored picture that the character shall resemble
 */
public record GenerateImagesCommand(
        @Nullable CharacterTraits character,
        @Nullable List<SceneCommand> scenes,
        @Nullable String folderId,
        @Nullable Long seed,
        @Nullable String sampler,
        @Nullable Integer steps,
        @Nullable Double cfgScale,
        @Nullable String negativePrompt,
        @Nullable String outputFormat,
        @Nullable String characterReferenceImageId,
        @Nullable String backend,
        @Nullable String model,
        @Nullable String flavor) {
    /**
     * One image.
     *
     * @param description what is seen
     * @param duration how long it is shown, in seconds
     * @param type {@code character}, or {@code b-roll} for a scene without the character; null for the former
     * @param pose what the character does
     * @param environment where it is
     */
    public record SceneCommand(
            @Nullable String description,
            @Nullable String atmosphere,
            @Nullable BigDecimal duration,
            @Nullable String type,
            @Nullable String pose,
            @Nullable String environment) {
        /** Nothing but this, with the character. */
        public static SceneCommand of(String description, @Nullable String atmosphere) {
            return new SceneCommand(description, atmosphere, null, null, null, null);
        }
    }

    /** Everything else by default. */
    public static GenerateImagesCommand of(@Nullable CharacterTraits character, List<SceneCommand> scenes) {
        return new GenerateImagesCommand(
                character, scenes, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** What is missing of a sequence that was begun. */
    public static GenerateImagesCommand goOn(String folder) {
        return new GenerateImagesCommand(
                null, null, folder, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same for the sequence of this name; null for one that gets its name from the studio. */
    public GenerateImagesCommand in(@Nullable String folder) {
        return new GenerateImagesCommand(
                character,
                scenes,
                folder,
                seed,
                sampler,
                steps,
                cfgScale,
                negativePrompt,
                outputFormat,
                characterReferenceImageId,
                backend,
                model,
                flavor);
    }
}
