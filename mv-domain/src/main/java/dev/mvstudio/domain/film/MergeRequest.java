package dev.mvstudio.domain.film;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Clips to be joined, every gap filled.
 *
 * @param clips 1–100, in the order of the film
 * @param soundtrack a sound file, or null
 * @param clipAudio what becomes of the clips' own sound
 * @param transition how one clip gives way to the next
 * @param transitionLength how long a crossfade takes; each one shortens the film by this much
 * @param fadeOut how long picture and sound fade at the end; zero for not at all
 * @param fit how clips of another shape are brought to the first clip's frame
 * @param length what decides the film's length
 */
public record MergeRequest(
        List<Clip> clips,
        @Nullable Path soundtrack,
        ClipAudio clipAudio,
        Transition transition,
        Duration transitionLength,
        Duration fadeOut,
        Fit fit,
        FilmLength length) {
    public MergeRequest {
        clips = List.copyOf(clips);
    }

    /**
     * One clip.
     *
     * @param name what the caller calls it, for messages
     * @param file where it is
     */
    public record Clip(String name, Path file) {}
}
