package dev.mvstudio.application.film;

import dev.mvstudio.application.job.Answer;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.scene.Scene;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished film and all that went into it.
 *
 * @param referenceImageId the picture of the character that the clips resemble; null when their model takes none
 * @param warnings what the scenes asked for and the clips' model could not do
 */
public record MusicVideo(
        MergedVideo film,
        List<Scene> scenes,
        @Nullable String referenceImageId,
        List<GeneratedVideo> clips,
        List<String> warnings,
        Outcome outcome)
        implements Answer {
    public MusicVideo {
        scenes = List.copyOf(scenes);
        clips = List.copyOf(clips);
        warnings = List.copyOf(warnings);
    }

    /** The film alone: the other files are those of its steps. */
    @Override
    public List<Asset> assets() {
        return film.assets();
    }
}
