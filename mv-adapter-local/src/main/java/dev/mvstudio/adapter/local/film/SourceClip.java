package dev.mvstudio.adapter.local.film;

import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.film.MergeException.Fault;
import dev.mvstudio.domain.film.MergeRequest.Clip;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A clip whose headers were read.
 *
 * @param name what the caller calls it
 * @param file where it is
 * @param video its picture
 * @param audio its sound; null when it has none
 * @param whole whether its lengths are in its headers, as joining without encoding needs
 */
record SourceClip(
        String name, Path file, Mp4Track video, @Nullable Mp4Track audio, boolean whole) {
    /** Throws INVALID_CLIP when it can't be used. */
    static SourceClip read(Clip clip, Ffmpeg ffmpeg) {
        Path file = clip.file().toAbsolutePath();
        try {
            Mp4 mp4 = Mp4.read(file);
            Mp4Track video = mp4.video();
            if (video == null || mp4.frame() == null) {
                throw invalid(clip.name(), "it has no picture", null);
            }
            Mp4Samples.check(file);
            if (mp4.inFragments()) {
                video = video.lasting(Objects.requireNonNullElse(
                        MediaFacts.of(ffmpeg.look(Inputs.of(file)).log()).duration(), Duration.ZERO));
            }
            if (!video.duration().isPositive()) {
                throw invalid(clip.name(), "it lasts no time", null);
            }
            return new SourceClip(clip.name(), file, video, mp4.audio(), !mp4.inFragments());
        } catch (NoSuchFileException e) {
            throw invalid(clip.name(), "it is not there", e);
        } catch (IOException e) {
            throw invalid(clip.name(), Paths.hide(e, List.of(file.toString())), e);
        }
    }

    static MergeException invalid(String name, String why, @Nullable Throwable cause) {
        return new MergeException(Fault.INVALID_CLIP, "clip " + name + " cannot be used: " + why, cause);
    }

    FrameSize frame() {
        return new FrameSize(video.width(), video.height());
    }

    Duration duration() {
        return video.duration();
    }

    /** Whether a decoder that plays one goes on with the other. */
    boolean picturesContinue(SourceClip other) {
        return whole
                && other.whole
                && video.codec().equals("avc1")
                && video.config().equals(other.video.config())
                && video.timescale() == other.video.timescale()
                && video.frameTicks() == other.video.frameTicks();
    }

    /** The same for their sound; also when neither has any. */
    boolean soundsContinue(SourceClip other) {
        if (audio == null || other.audio == null) {
            return audio == null && other.audio == null;
        }
        return audio.codec().equals("mp4a")
                && audio.config().contains(" esds40")
                && audio.config().equals(other.audio.config())
                && audio.timescale() == other.audio.timescale();
    }
}
