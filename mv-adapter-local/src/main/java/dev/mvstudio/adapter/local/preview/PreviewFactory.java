package dev.mvstudio.adapter.local.preview;

import dev.mvstudio.adapter.local.LocalConfiguration;
import dev.mvstudio.adapter.local.film.Ffmpeg;
import dev.mvstudio.adapter.local.preview.image.PreviewImageModel;
import dev.mvstudio.adapter.local.preview.scene.PreviewSceneWriter;
import dev.mvstudio.adapter.local.preview.video.PreviewVideoModel;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;

/** Makes the preview generators of a {@link LocalConfiguration}. */
@Factory
final class PreviewFactory {
    /** Each rendering keeps a core busy with painting, and another one half with encoding. */
    private static final int MOST_AT_ONCE = 4;

    @Singleton
    PreviewSceneWriter scenes() {
        return new PreviewSceneWriter();
    }

    @Singleton
    PreviewImageModel images(Ffmpeg ffmpeg, LocalConfiguration configuration) {
        return new PreviewImageModel(ffmpeg, spool(configuration).resolve("images"), Clock.systemUTC());
    }

    @Singleton
    @Bean(preDestroy = "close")
    PreviewVideoModel clips(Ffmpeg ffmpeg, LocalConfiguration configuration) {
        int width = Math.min(MOST_AT_ONCE, Math.max(2, Runtime.getRuntime().availableProcessors() / 2));
        return new PreviewVideoModel(
                ffmpeg,
                spool(configuration).resolve("videos"),
                width,
                configuration.ffmpegTimeout(),
                Clock.systemUTC());
    }

    private static Path spool(LocalConfiguration configuration) {
        return configuration.dataDir().resolve(".preview");
    }
}
