package dev.mvstudio.application.film;

import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.domain.scene.Scene;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished film and all that went into it.
 *
 * @param referenceImageId the picture of the character that the clips resemble
 */
public record MusicVideo(
        MergedVideo film, List<Scene> scenes, @Nullable String referenceImageId, List<GeneratedVideo> clips) {
    public MusicVideo {
        scenes = List.copyOf(scenes);
        clips = List.copyOf(clips);
    }
}
