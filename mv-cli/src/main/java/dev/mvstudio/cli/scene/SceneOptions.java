package dev.mvstudio.cli.scene;

import dev.mvstudio.application.scene.CreateScenesCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How scenes are written. */
public final class SceneOptions {
    @Option(names = "--character", paramLabel = "TEXT", description = "How the character looks.")
    @Nullable
    String character;

    @Option(
            names = {"-n", "--scenes"},
            paramLabel = "N",
            description = "How many scenes, 1 to 50.")
    @Nullable
    Integer scenes;

    @Option(names = "--characteristics", paramLabel = "TEXT", description = "How the character moves and behaves.")
    @Nullable
    String characteristics;

    @Option(names = "--video-type", paramLabel = "TEXT", description = "Such as \"music video\".")
    @Nullable
    String videoType;

    @Option(names = "--video-characteristics", paramLabel = "TEXT", description = "The look of the whole.")
    @Nullable
    String videoCharacteristics;

    @Option(names = "--camera-angle", paramLabel = "TEXT", description = "The angle that the scenes vary around.")
    @Nullable
    String cameraAngle;

    public @Nullable String character() {
        return character;
    }

    /** Who writes them. */
    public record Writer(
            @Nullable String backend,
            @Nullable String model,
            @Nullable Long seed,
            @Nullable String flavor) {}

    public CreateScenesCommand toCommand(String idea, Writer writer) {
        return new CreateScenesCommand(
                idea,
                character,
                characteristics,
                scenes,
                videoType,
                videoCharacteristics,
                cameraAngle,
                writer.backend(),
                writer.model(),
                writer.seed(),
                writer.flavor());
    }
}
