package dev.mvstudio.cli.film;

import dev.mvstudio.application.film.MergeVideosCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How clips are joined. */
final class FilmOptions {
    @Option(
            names = {"-s", "--soundtrack"},
            paramLabel = "FILE",
            description = "The song: a sound file or the id of a stored one.")
    @Nullable
    String soundtrack;

    @Option(
            names = "--clip-audio",
            paramLabel = "WORD",
            description = "What becomes of the clips' own sound: keep, mute or duck.")
    @Nullable
    String clipAudio;

    @Option(names = "--transition", paramLabel = "WORD", description = "From clip to clip: cut or crossfade.")
    @Nullable
    String transition;

    @Option(names = "--transition-seconds", paramLabel = "SECONDS", description = "How long a crossfade takes.")
    @Nullable
    Double transitionSeconds;

    @Option(names = "--fade-out", paramLabel = "SECONDS", description = "How long the end fades.")
    @Nullable
    Double fadeOut;

    @Option(
            names = "--fit",
            paramLabel = "WORD",
            description = "Clips of another shape get bars (pad) or lose their edges (crop).")
    @Nullable
    String fit;

    @Option(
            names = "--length",
            paramLabel = "WORD",
            description = "What decides how long the film is: video or soundtrack.")
    @Nullable
    String length;

    MergeVideosCommand toCommand(List<String> clips, @Nullable String soundtrackId, @Nullable String flavor) {
        return new MergeVideosCommand(
                clips, soundtrackId, clipAudio, transition, transitionSeconds, fadeOut, fit, length, flavor);
    }
}
