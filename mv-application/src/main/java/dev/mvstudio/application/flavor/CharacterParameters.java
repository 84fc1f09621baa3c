package dev.mvstudio.application.flavor;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.ImageFormat;
import org.jspecify.annotations.Nullable;

/**
 * The defaults of generate_character_reference. What a model cannot do is not sent to it by default.
 *
 * @param numImages 1–4
 */
public record CharacterParameters(
        AspectRatio aspectRatio,
        int numImages,
        ImageFormat outputFormat,
        @Nullable String negativePrompt,
        @Nullable String safetyFilterLevel,
        @Nullable String personGeneration) {}
