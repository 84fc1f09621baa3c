package dev.mvstudio.application.character;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says; null is a gap.
 *
 * @param referenceImageIds stored pictures that the new ones shall resemble
 */
public record GenerateCharacterReferenceCommand(
        @Nullable String characterDescription,
        @Nullable String aspectRatio,
        @Nullable Integer numImages,
        @Nullable String outputFormat,
        @Nullable String negativePrompt,
        @Nullable String safetyFilterLevel,
        @Nullable String personGeneration,
        @Nullable Long seed,
        @Nullable List<String> referenceImageIds,
        @Nullable String backend,
        @Nullable String model,
        @Nullable String flavor) {
    /** Everything but the description by default. */
    public static GenerateCharacterReferenceCommand of(@Nullable String characterDescription) {
        return new GenerateCharacterReferenceCommand(
                characterDescription, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same for this character, unless it has one. */
    public GenerateCharacterReferenceCommand withCharacter(String description) {
        return new GenerateCharacterReferenceCommand(
                Objects.requireNonNullElse(characterDescription, description),
                aspectRatio,
                numImages,
                outputFormat,
                negativePrompt,
                safetyFilterLevel,
                personGeneration,
                seed,
                referenceImageIds,
                backend,
                model,
                flavor);
    }

    /** The same, drawn by this model. */
    public GenerateCharacterReferenceCommand by(Backend who, Model which) {
        return new GenerateCharacterReferenceCommand(
                characterDescription,
                aspectRatio,
                numImages,
                outputFormat,
                negativePrompt,
                safetyFilterLevel,
                personGeneration,
                seed,
                referenceImageIds,
                who.name(),
                which.name(),
                flavor);
    }
}
