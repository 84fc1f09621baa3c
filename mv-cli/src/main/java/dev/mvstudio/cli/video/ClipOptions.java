package dev.mvstudio.cli.video;

import dev.mvstudio.application.video.GenerateVideoCommand;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How clips are filmed. */
public final class ClipOptions {
    @Option(names = "--aspect-ratio", paramLabel = "W:H", description = "The shape of the picture, such as 16:9.")
    @Nullable
    String aspectRatio;

    @Option(
            names = {"-d", "--duration"},
            paramLabel = "SECONDS",
            description = "The length of a clip.")
    @Nullable
    Double duration;

    @Option(names = "--resolution", paramLabel = "LINES", description = "The size of the picture, such as 720p.")
    @Nullable
    String resolution;

    @ArgGroup(exclusive = true)
    @Nullable
    Sound sound;

    /** Nothing said is the flavor's choice. */
    static final class Sound {
        @Option(names = "--no-audio", description = "Clips without their own sound.")
        boolean without;

        @Option(names = "--audio", description = "Clips with their own sound.")
        boolean with;
    }

    @Option(names = "--negative-prompt", paramLabel = "TEXT", description = "What no clip must show.")
    @Nullable
    String negativePrompt;

    @Option(
            names = "--rules",
            paramLabel = "TEXT",
            description = "What holds for every clip, in place of the flavor's rules; \"\" for none.")
    @Nullable
    String rules;

    /** Who films. */
    public record Camera(
            @Nullable String backend,
            @Nullable String model,
            @Nullable Long seed,
            @Nullable String flavor) {}

    /**
     * The stored pictures that a clip is made of.
     *
     * @param references those that it shall resemble, or its first frame
     * @param lastFrame the one that it ends with
     */
    public record Pictures(
            @Nullable List<String> references, @Nullable String lastFrame) {
        public static final Pictures NONE = new Pictures(null, null);
    }

    public GenerateVideoCommand toCommand(@Nullable String prompt, Pictures pictures, Camera camera) {
        return new GenerateVideoCommand(
                prompt,
                negativePrompt,
                aspectRatio,
                duration == null ? null : Duration.ofMillis(Math.round(duration * 1000)),
                resolution,
                sound == null ? null : sound.with,
                camera.seed(),
                null,
                null,
                null,
                pictures.references(),
                pictures.lastFrame(),
                rules,
                camera.backend(),
                camera.model(),
                camera.flavor());
    }
}
