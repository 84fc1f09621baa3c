package dev.mvstudio.domain.video;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Resolution;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.Model;
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
        List<ReferenceImage> referenceImages) {
    public VideoRequest {
        referenceImages = List.copyOf(referenceImages);
    }

    /** What the model reads: the prompt, a blank line, the rules. */
    public String effectivePrompt() {
        return rules.isBlank() ? prompt : prompt + "\n\n" + rules;
    }

    /** The same with these rules and reference images. */
    public VideoRequest with(String filledInRules, List<ReferenceImage> images) {
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
                images);
    }
}
