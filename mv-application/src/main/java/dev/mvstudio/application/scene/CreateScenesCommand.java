package dev.mvstudio.application.scene;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a caller says; null is a gap. */
public record CreateScenesCommand(
        @Nullable String idea,
        @Nullable String characterDescription,
        @Nullable String characterCharacteristics,
        @Nullable Integer numberOfScenes,
        @Nullable String videoType,
        @Nullable String videoCharacteristics,
        @Nullable String cameraAngle,
        @Nullable String backend,
        @Nullable String model,
        @Nullable Long seed,
        @Nullable String flavor) {
    /** Everything but these two by default. */
    public static CreateScenesCommand of(String idea, @Nullable String characterDescription) {
        return new CreateScenesCommand(
                idea, characterDescription, null, null, null, null, null, null, null, null, null);
    }

    /** The same about this character, unless it has one. */
    public CreateScenesCommand withCharacter(String description) {
        return new CreateScenesCommand(
                idea,
                Objects.requireNonNullElse(characterDescription, description),
                characterCharacteristics,
                numberOfScenes,
                videoType,
                videoCharacteristics,
                cameraAngle,
                backend,
                model,
                seed,
                flavor);
    }

    /** The same, written by this model. */
    public CreateScenesCommand by(Backend who, Model which) {
        return new CreateScenesCommand(
                idea,
                characterDescription,
                characterCharacteristics,
                numberOfScenes,
                videoType,
                videoCharacteristics,
                cameraAngle,
                who.name(),
                which.name(),
                seed,
                flavor);
    }
}
