package dev.mvstudio.application.flavor;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Resolution;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The defaults of generate_video. */
public record VideoParameters(
        AspectRatio aspectRatio,
        Duration duration,
        Resolution resolution,
        boolean generateAudio,
        @Nullable String negativePrompt) {}
