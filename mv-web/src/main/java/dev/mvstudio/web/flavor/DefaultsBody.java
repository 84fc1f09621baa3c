package dev.mvstudio.web.flavor;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.flavor.CharacterParameters;
import dev.mvstudio.application.flavor.FilmParameters;
import dev.mvstudio.application.flavor.ImageParameters;
import dev.mvstudio.application.flavor.SceneParameters;
import dev.mvstudio.application.flavor.VideoParameters;
import dev.mvstudio.web.Times;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a flavor fills in, by route; names are those of the requests. */
final class DefaultsBody {
    private DefaultsBody() {}

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SceneDefaults")
    record Scenes(
            int numberOfScenes,
            String videoType,
            String characterCharacteristics,
            String videoCharacteristics,
            String cameraAngle) {
        static Scenes from(SceneParameters p) {
            return new Scenes(
                    p.numberOfScenes(),
                    p.videoType(),
                    p.characterCharacteristics(),
                    p.videoCharacteristics(),
                    p.cameraAngle());
        }
    }

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "CharacterDefaults")
    record Reference(
            String aspectRatio,
            int numImages,
            String outputFormat,
            @Nullable String negativePrompt,
            @Nullable String safetyFilterLevel,
            @Nullable String personGeneration) {
        static Reference from(CharacterParameters p) {
            return new Reference(
                    p.aspectRatio().toString(),
                    p.numImages(),
                    p.outputFormat().word(),
                    p.negativePrompt(),
                    p.safetyFilterLevel(),
                    p.personGeneration());
        }
    }

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "VideoDefaults")
    record Video(
            String aspectRatio,
            long duration,
            String resolution,
            boolean generateAudio,
            @Nullable String negativePrompt) {
        static Video from(VideoParameters p) {
            return new Video(
                    p.aspectRatio().toString(),
                    p.duration().toSeconds(),
                    p.resolution().toString(),
                    p.generateAudio(),
                    p.negativePrompt());
        }
    }

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "FilmDefaults")
    record Film(
            String clipAudio,
            String transition,
            double transitionSeconds,
            double fadeOutSeconds,
            String fit,
            String length) {
        static Film from(FilmParameters p) {
            return new Film(
                    word(p.clipAudio()),
                    word(p.transition()),
                    Times.seconds(p.transitionLength()),
                    Times.seconds(p.fadeOut()),
                    word(p.fit()),
                    word(p.length()));
        }
    }

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "ImageDefaults")
    record Images(
            int width,
            int height,
            @Nullable String sampler,
            @Nullable Integer steps,
            @Nullable Double cfgScale,
            String outputFormat,
            @Nullable String negativePrompt) {
        static Images from(ImageParameters p) {
            return new Images(
                    p.size().width(),
                    p.size().height(),
                    p.sampling().sampler(),
                    p.sampling().steps(),
                    p.sampling().cfgScale(),
                    p.outputFormat().word(),
                    p.negativePrompt());
        }
    }
}
