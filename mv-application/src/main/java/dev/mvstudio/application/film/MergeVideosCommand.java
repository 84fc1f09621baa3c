package dev.mvstudio.application.film;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller says; null is a gap. Words are those of the enums in {@code dev.mvstudio.domain.film}, lower case. */
public record MergeVideosCommand(
        @Nullable List<String> videoIds,
        @Nullable String soundtrackId,
        @Nullable String clipAudio,
        @Nullable String transition,
        @Nullable Double transitionSeconds,
        @Nullable Double fadeOutSeconds,
        @Nullable String fit,
        @Nullable String length,
        @Nullable String flavor) {
    /** Everything but the clips by default. */
    public static MergeVideosCommand of(List<String> videoIds) {
        return new MergeVideosCommand(videoIds, null, null, null, null, null, null, null, null);
    }

    /** The same with these clips. */
    public MergeVideosCommand withVideos(List<String> ids) {
        return new MergeVideosCommand(
                ids, soundtrackId, clipAudio, transition, transitionSeconds, fadeOutSeconds, fit, length, flavor);
    }
}
