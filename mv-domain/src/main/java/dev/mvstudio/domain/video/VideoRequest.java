package dev.mvstudio.domain.video;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Resolution;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.References;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a video model: every gap is filled; null means that the parameter is not sent. This very object
 * comes back to the caller as the parameters used.
 *
 * @param model who films
 * @param prompt what the clip shows, in the caller's words
 * @param rules what holds for every clip, placeholders filled in; empty for none
 * @param negativePrompt what must not be in it
 * @param aspectRatio the shape
 * @param duration the length, whole seconds
 * @param resolution the size
 * @param generateAudio false for a clip without an audio track
 * @param seed the same seed and request give the same clip where the model can; 0 is a seed like any other
 * @param referenceImages pictures that the clip shall resemble, the most important one first
 * @param lastFrame the picture that the clip ends with; then the only reference image, if any, is its first
 */
public record VideoRequest(
        Model model,
        String prompt,
        String rules,
        @Nullable String negativePrompt,
        AspectRatio aspectRatio,
        Duration duration,
        Resolution resolution,
        boolean generateAudio,
        @Nullable Long seed,
        List<ReferenceImage> referenceImages,
        @Nullable ReferenceImage lastFrame) {
    public VideoRequest {
        referenceImages = List.copyOf(referenceImages);
    }

    /** One for a clip that may end as it likes. */
    public VideoRequest(
            Model model,
            String prompt,
            String rules,
            @Nullable String negativePrompt,
            AspectRatio aspectRatio,
            Duration duration,
            Resolution resolution,
            boolean generateAudio,
            @Nullable Long seed,
            List<ReferenceImage> referenceImages) {
        this(
                model,
                prompt,
                rules,
                negativePrompt,
                aspectRatio,
                duration,
                resolution,
                generateAudio,
                seed,
                referenceImages,
                null);
    }

    /**
     * Whether the clip is to resemble the reference images. Otherwise a single one is its first frame, as it always is
     * when there is a last one.
     *
     * @param references how the model takes them
     */
    public boolean resembles(References references) {
        return lastFrame == null && references.resembles(aspectRatio, duration);
    }

    /**
     * How many reference images the model takes for this clip.
     *
     * @param references how it takes them
     */
    public int limit(References references) {
        return resembles(references) ? references.max() : references.firstFrame() ? 1 : 0;
    }

    /** What the model reads: the prompt, a blank line, the rules. */
    public String effectivePrompt() {
        return rules.isBlank() ? prompt : prompt + "\n\n" + rules;
    }

    /** The same with these rules and reference images. */
    public VideoRequest with(String filledInRules, List<ReferenceImage> images) {
        return with(filledInRules, images, lastFrame);
    }

    /** The same for a clip that ends with this picture. */
    public VideoRequest endingWith(@Nullable ReferenceImage picture) {
        return with(rules, referenceImages, picture);
    }

    private VideoRequest with(String filledInRules, List<ReferenceImage> images, @Nullable ReferenceImage last) {
        return new VideoRequest(
                model,
                prompt,
                filledInRules,
                negativePrompt,
                aspectRatio,
                duration,
                resolution,
                generateAudio,
                seed,
                images,
                last);
    }
}
