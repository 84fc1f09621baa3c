package dev.mvstudio.domain.image;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.provider.Model;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an image model: every gap is filled; null means that the parameter is not sent.
 *
 * @param model who draws
 * @param subject what is drawn, in the caller's words
 * @param prompt the filled-in template, for models that read prompts
 * @param negativePrompt what must not be in it
 * @param aspectRatio the shape
 * @param numImages how many, 1–4
 * @param format the file format
 * @param seed the same seed and request give the same image where the model can
 * @param safetyFilterLevel the provider's own word for its filter
 * @param personGeneration the provider's own word for whether people may be drawn
 * @param referenceImages pictures that the image shall resemble, the most important one first
 * @param sampling how a diffusion model is run
 */
public record ImageRequest(
        Model model,
        String subject,
        String prompt,
        @Nullable String negativePrompt,
        AspectRatio aspectRatio,
        int numImages,
        ImageFormat format,
        @Nullable Long seed,
        @Nullable String safetyFilterLevel,
        @Nullable String personGeneration,
        List<ReferenceImage> referenceImages,
        Sampling sampling) {
    public ImageRequest {
        // Requests that were kept before there was either have neither.
        referenceImages = referenceImages == null ? List.of() : List.copyOf(referenceImages);
        sampling = Objects.requireNonNullElse(sampling, Sampling.USUAL);
    }

    /** One for a picture that resembles none, sampled as the model usually is. */
    public ImageRequest(
            Model model,
            String subject,
            String prompt,
            @Nullable String negativePrompt,
            AspectRatio aspectRatio,
            int numImages,
            ImageFormat format,
            @Nullable Long seed,
            @Nullable String safetyFilterLevel,
            @Nullable String personGeneration) {
        this(
                model,
                subject,
                prompt,
                negativePrompt,
                aspectRatio,
                numImages,
                format,
                seed,
                safetyFilterLevel,
                personGeneration,
                List.of(),
                Sampling.USUAL);
    }

    /** The same, to resemble these pictures. */
    public ImageRequest resembling(List<ReferenceImage> images) {
        return new ImageRequest(
                model,
                subject,
                prompt,
                negativePrompt,
                aspectRatio,
                numImages,
                format,
                seed,
                safetyFilterLevel,
                personGeneration,
                images,
                sampling);
    }
}
