package dev.mvstudio.domain.asset;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of a file say about it.
 *
 * @param type its format, by content and not by name
 * @param frame its size in pixels; null for sound
 * @param duration its length; null for a still picture
 * @param hasAudio whether it has a sound track
 */
public record MediaInfo(
        MediaType type, @Nullable FrameSize frame, @Nullable Duration duration, boolean hasAudio) {}
