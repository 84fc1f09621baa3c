package dev.mvstudio.testkit.film;

import dev.mvstudio.domain.film.ClipAudio;
import dev.mvstudio.domain.film.FilmLength;
import dev.mvstudio.domain.film.Fit;
import dev.mvstudio.domain.film.MergeRequest;
import dev.mvstudio.domain.film.MergeRequest.Clip;
import dev.mvstudio.domain.film.Transition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Requests to try editors with: the plain one, and ways to change it. */
public final class MergeRequests {
    private MergeRequests() {}

    /** Clips named {@code one}, {@code two} and so on, joined by cuts. */
    public static MergeRequest of(Path... clips) {
        return of(IntStream.range(0, clips.length)
                .mapToObj(i -> new Clip(i < 3 ? List.of("one", "two", "three").get(i) : "clip" + (i + 1), clips[i]))
                .toList());
    }

    public static MergeRequest of(List<Clip> clips) {
        return new MergeRequest(
                clips, null, ClipAudio.KEEP, Transition.CUT, Duration.ZERO, Duration.ZERO, Fit.PAD, FilmLength.VIDEO);
    }

    public static MergeRequest with(MergeRequest r, @Nullable Path soundtrack, ClipAudio clips, FilmLength length) {
        return new MergeRequest(
                r.clips(), soundtrack, clips, r.transition(), r.transitionLength(), r.fadeOut(), r.fit(), length);
    }

    public static MergeRequest crossfading(MergeRequest r, Duration length) {
        return new MergeRequest(
                r.clips(),
                r.soundtrack(),
                r.clipAudio(),
                Transition.CROSSFADE,
                length,
                r.fadeOut(),
                r.fit(),
                r.length());
    }

    public static MergeRequest fadingOut(MergeRequest r, Duration length) {
        return new MergeRequest(
                r.clips(),
                r.soundtrack(),
                r.clipAudio(),
                r.transition(),
                r.transitionLength(),
                length,
                r.fit(),
                r.length());
    }

    public static MergeRequest fitting(MergeRequest r, Fit fit) {
        return new MergeRequest(
                r.clips(),
                r.soundtrack(),
                r.clipAudio(),
                r.transition(),
                r.transitionLength(),
                r.fadeOut(),
                fit,
                r.length());
    }
}
