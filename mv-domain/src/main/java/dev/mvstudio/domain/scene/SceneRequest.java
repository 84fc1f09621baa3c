package dev.mvstudio.domain.scene;

import dev.mvstudio.domain.provider.Model;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a scene writer: every gap is filled.
 *
 * @param model who writes
 * @param idea what the video is about
 * @param characterDescription how the character looks; it must stand word for word in every scene
 * @param characterCharacteristics how the character moves and behaves
 * @param numberOfScenes exactly this many scenes are written, 1–50
 * @param videoType such as "video" or "music video"
 * @param videoCharacteristics the look of the whole
 * @param cameraAngle the angle that the scenes vary around
 * @param seed the same seed and request give the same scenes where the writer can; null lets it choose
 * @param prompt the filled-in template, for writers that are language models
 */
public record SceneRequest(
        Model model,
        String idea,
        String characterDescription,
        String characterCharacteristics,
        int numberOfScenes,
        String videoType,
        String videoCharacteristics,
        String cameraAngle,
        @Nullable Long seed,
        String prompt) {
    public SceneRequest withPrompt(String filledIn) {
        return new SceneRequest(
                model,
                idea,
                characterDescription,
                characterCharacteristics,
                numberOfScenes,
                videoType,
                videoCharacteristics,
                cameraAngle,
                seed,
                filledIn);
    }
}
