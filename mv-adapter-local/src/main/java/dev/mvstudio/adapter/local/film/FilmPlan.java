package dev.mvstudio.adapter.local.film;

import dev.mvstudio.domain.film.ClipAudio;
import dev.mvstudio.domain.film.FilmLength;
import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.film.MergeException.Fault;
import dev.mvstudio.domain.film.MergeRequest;
import dev.mvstudio.domain.film.Transition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a film will be made.
 *
 * @param clips in order
 * @param timeline of the film
 * @param copied whether the pictures are joined as they are
 * @param soundCopied whether the sound is as well
 * @param picture how pieces are encoded when they are not
 * @param sound how it is mixed
 * @param warnings what the caller should know
 */
record FilmPlan(
        List<SourceClip> clips,
        Timeline timeline,
        boolean copied,
        boolean soundCopied,
        PictureGraph picture,
        SoundGraph sound,
        List<String> warnings) {
    /** Throws INVALID_CLIP when a clip or the soundtrack can't be read. */
    static FilmPlan of(MergeRequest r, Ffmpeg ffmpeg) {
        if (r.clips().isEmpty()) {
            throw new MergeException(Fault.INVALID_CLIP, "a film needs at least one clip");
        }
        List<String> warnings = new ArrayList<>();
        List<SourceClip> clips =
                r.clips().stream().map(clip -> SourceClip.read(clip, ffmpeg)).toList();
        Path soundtrackFile = r.soundtrack();
        Soundtrack soundtrack = soundtrackFile == null ? null : Soundtrack.read(soundtrackFile, ffmpeg);
        SourceClip first = clips.get(0);
        Rate rate = Rate.of(first.video());
        Timeline natural = Timeline.natural(clips, rate, cross(r, clips, rate, warnings));
        Timeline timeline = lasting(natural, r.length(), soundtrack, warnings);
        long fadeOut = fadeOut(r.fadeOut(), timeline, warnings);
        boolean asIs = timeline.cross() == 0 && fadeOut == 0 && timeline.frames() == natural.frames();
        boolean copied = asIs && clips.stream().allMatch(first::picturesContinue);
        SoundGraph sound = sound(r, clips, soundtrack, timeline, fadeOut);
        boolean heardAsIs = soundtrack == null && r.clipAudio() != ClipAudio.MUTE;
        return new FilmPlan(
                clips,
                timeline,
                copied,
                copied && heardAsIs && clips.stream().allMatch(first::soundsContinue),
                new PictureGraph(first.frame(), r.fit(), timeline, fadeOut),
                sound,
                List.copyOf(warnings));
    }

    /** At most half of the shortest clip, so that no frame is in two transitions. */
    private static long cross(MergeRequest r, List<SourceClip> clips, Rate rate, List<String> warnings) {
        if (r.transition() == Transition.CUT
                || clips.size() == 1
                || r.transitionLength().isZero()) {
            return 0;
        }
        long wanted = rate.in(r.transitionLength());
        long shortest =
                clips.stream().mapToLong(c -> rate.in(c.duration())).min().orElseThrow();
        if (wanted > shortest / 2) {
            warnings.add("the crossfade of " + Seconds.said(r.transitionLength()) + " was shortened to "
                    + Seconds.said(rate.length(shortest / 2)) + ", half of the shortest clip");
        }
        return Math.min(wanted, shortest / 2);
    }

    private static Timeline lasting(
            Timeline natural, FilmLength length, @Nullable Soundtrack soundtrack, List<String> warnings) {
        if (soundtrack == null) {
            return natural;
        }
        if (length == FilmLength.SOUNDTRACK) {
            return natural.lasting(natural.rate().in(soundtrack.length()));
        }
        Duration film = natural.rate().length(natural.frames());
        if (soundtrack.length().plus(natural.rate().length(1)).compareTo(film) < 0) {
            warnings.add("the soundtrack (" + Seconds.said(soundtrack.length()) + ") ends before the film ("
                    + Seconds.said(film) + "); it is not repeated");
        }
        return natural;
    }

    private static long fadeOut(Duration wanted, Timeline timeline, List<String> warnings) {
        if (wanted.isZero()) {
            return 0;
        }
        long frames = timeline.rate().in(wanted);
        if (frames > timeline.frames()) {
            warnings.add("the fade-out of " + Seconds.said(wanted) + " was shortened to the film's length, "
                    + Seconds.said(timeline.rate().length(timeline.frames())));
        }
        return Math.min(frames, timeline.frames());
    }

    private static SoundGraph sound(
            MergeRequest r, List<SourceClip> clips, @Nullable Soundtrack soundtrack, Timeline timeline, long fadeOut) {
        Rate rate = timeline.rate();
        boolean heard = r.clipAudio() != ClipAudio.MUTE && clips.stream().anyMatch(c -> c.audio() != null);
        List<SoundGraph.Heard> own = heard
                ? clips.stream()
                        .map(c -> new SoundGraph.Heard(c, rate.length(rate.in(c.duration()))))
                        .toList()
                : List.of();
        return new SoundGraph(
                own,
                rate.length(timeline.cross()),
                soundtrack == null ? null : soundtrack.file(),
                r.clipAudio(),
                rate.length(timeline.frames()),
                rate.length(fadeOut));
    }

    Duration length() {
        return timeline.rate().length(timeline.frames());
    }
}
