package dev.mvstudio.adapter.local.preview.video;

import dev.mvstudio.domain.asset.FrameSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How clips are encoded. All clips of one frame size, with sound or all without, have the same codec parameters, so that
 * they can be joined without encoding them again.
 *
 * @param frame their size
 * @param frames how many there are
 */
record ClipFormat(FrameSize frame, int frames) {
    static final int RATE = 24;
    static final int SAMPLE_RATE = 48_000;

    private static final String TIME_SCALE = "24000";

    /** Of FFmpeg, for frames from its standard input. Two threads: their number decides about the bytes of the result. */
    List<String> arguments(@Nullable Path sound, Path to) {
        List<String> all = new ArrayList<>(List.of("-hide_banner", "-loglevel", "error", "-y"));
        all.addAll(List.of("-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", frame.toString()));
        all.addAll(List.of("-r", String.valueOf(RATE), "-i", "pipe:0"));
        if (sound != null) {
            all.addAll(List.of("-i", sound.toString(), "-map", "0:v", "-map", "1:a"));
            all.addAll(List.of("-c:a", "aac", "-b:a", "128k", "-ar", String.valueOf(SAMPLE_RATE), "-ac", "2"));
        }
        all.addAll(List.of("-c:v", "libx264", "-preset", "superfast", "-crf", "22", "-profile:v", "high"));
        all.addAll(List.of("-pix_fmt", "yuv420p", "-g", String.valueOf(2 * RATE), "-bf", "2", "-threads", "2"));
        all.addAll(List.of("-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709"));
        all.addAll(List.of("-color_trc", "bt709", "-video_track_timescale", TIME_SCALE, "-map_metadata", "-1"));
        all.addAll(List.of("-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"));
        all.addAll(List.of("-frames:v", String.valueOf(frames), "-movflags", "+faststart", "-f", "mp4", to.toString()));
        return all;
    }
}
