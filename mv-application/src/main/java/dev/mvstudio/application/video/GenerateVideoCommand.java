package dev.mvstudio.application.video;

import dev.mvstudio.application.asset.EncodedImage;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.scene.Scene;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says; null is a gap. At most one of the reference image members is given.
 *
 * @param lastFrameImageId the stored picture that the clip ends with; the reference image is then its first frame
 * @param videoRulesTemplate what holds for every clip, with placeholders; empty for no rules
 */
public record GenerateVideoCommand(
        @Nullable String prompt,
        @Nullable String negativePrompt,
        @Nullable String aspectRatio,
        @Nullable Duration duration,
        @Nullable String resolution,
        @Nullable Boolean generateAudio,
        @Nullable Long seed,
        @Nullable EncodedImage referenceImageBase64,
        @Nullable String referenceImageId,
        @Nullable String referenceImageUrl,
        @Nullable List<String> referenceImageIds,
        @Nullable String lastFrameImageId,
        @Nullable String videoRulesTemplate,
        @Nullable String backend,
        @Nullable String model,
        @Nullable String flavor) {
    /** Everything but the prompt by default. */
    public static GenerateVideoCommand of(@Nullable String prompt) {
        return new GenerateVideoCommand(
                prompt, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same for one scene of a film. What the scene must not show comes on top of what no clip must. */
    public GenerateVideoCommand forScene(Scene scene, @Nullable String referenceImageId) {
        return new GenerateVideoCommand(
                scene.description(),
                negativePromptWith(scene),
                aspectRatio,
                duration,
                resolution,
                generateAudio,
                seed,
                null,
                referenceImageId,
                null,
                null,
                null,
                videoRulesTemplate,
                backend,
                model,
                flavor);
    }

    /** The same, filmed by this model. */
    public GenerateVideoCommand by(Backend who, Model which) {
        return new GenerateVideoCommand(
                prompt,
                negativePrompt,
                aspectRatio,
                duration,
                resolution,
                generateAudio,
                seed,
                referenceImageBase64,
                referenceImageId,
                referenceImageUrl,
                referenceImageIds,
                lastFrameImageId,
                videoRulesTemplate,
                who.name(),
                which.name(),
                flavor);
    }

    private @Nullable String negativePromptWith(Scene scene) {
        if (scene.negativeDescription().isBlank()) {
            return negativePrompt;
        }
        return negativePrompt == null || negativePrompt.isBlank()
                ? scene.negativeDescription()
                : negativePrompt + ", " + scene.negativeDescription();
    }
}
