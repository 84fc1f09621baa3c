package dev.mvstudio.adapter.local.film;

import dev.mvstudio.adapter.local.film.Timeline.Piece;
import dev.mvstudio.domain.film.MergeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/** Carries out a plan in a folder of its own: encodes what must be, then joins all and adds the sound. */
final class FilmRun {
    /** Of the work, when pictures are encoded. */
    private static final double ENCODING = 0.9;

    private final Ffmpeg ffmpeg;
    private final FilmPlan plan;
    private final Path work;
    private final DoubleConsumer progress;

    /** A file, and how long it is in the film. */
    private record Part(Path file, Duration length) {}

    FilmRun(Ffmpeg ffmpeg, FilmPlan plan, Path work, DoubleConsumer progress) {
        this.ffmpeg = ffmpeg;
        this.plan = plan;
        this.work = work;
        this.progress = progress;
    }

    /** The film, in the folder. */
    Path make() throws IOException {
        return plan.copied()
                ? join(plan.clips().stream()
                        .map(c -> new Part(c.file(), c.duration()))
                        .toList())
                : join(encode());
    }

    private List<Part> encode() throws IOException {
        List<Part> parts = new ArrayList<>();
        double all = plan.timeline().frames();
        for (Piece piece : plan.timeline().pieces()) {
            Path file = work.resolve("piece" + parts.size() + ".mp4");
            Duration length = plan.timeline().rate().length(piece.frames());
            List<SourceClip> seen = piece.next() == null ? List.of(piece.clip()) : List.of(piece.clip(), piece.next());
            try {
                ffmpeg.run(
                        plan.picture().arguments(piece, file.toString()),
                        length,
                        done -> progress.accept(ENCODING * (piece.at() + done * piece.frames()) / all));
            } catch (FfmpegException e) {
                throw blame(e, seen);
            }
            if (Files.notExists(file) || !hasPicture(file)) {
                throw SourceClip.invalid(names(seen), "it has no frame that can be decoded", null);
            }
            parts.add(new Part(file, length));
        }
        return parts;
    }

    private static boolean hasPicture(Path file) throws IOException {
        Mp4Track video = Mp4.read(file).video();
        return video != null && video.duration().isPositive();
    }

    private Path join(List<Part> parts) throws IOException {
        Path film = work.resolve("film.mp4");
        List<String> args = new ArrayList<>();
        if (plan.soundCopied()) {
            args.addAll(startAtPicture());
        }
        args.addAll(Inputs.oneAfterTheOther(work.resolve("parts.txt"), parts, Part::file, Part::length));
        args.addAll(plan.soundCopied() ? List.of("-map", "0:v:0", "-map", "0:a:0?", "-c", "copy") : mixed());
        args.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1"));
        args.addAll(List.of("-movflags", "+faststart", "-f", "mp4", film.toString()));
        double before = plan.copied() ? 0 : ENCODING;
        try {
            ffmpeg.run(args, plan.length(), done -> progress.accept(before + done * (1 - before)));
        } catch (FfmpegException e) {
            throw FfmpegVideoEditor.failed("joining " + names(plan.clips()), e);
        }
        return film;
    }

    /** An encoder's priming comes before the first frame; the list would delay the picture by it. */
    private List<String> startAtPicture() {
        Mp4Track audio = plan.clips().get(0).audio();
        return audio == null || audio.skipped().isZero()
                ? List.of()
                : List.of("-itsoffset", "-" + Seconds.exact(audio.skipped()));
    }

    private List<String> mixed() {
        if (plan.sound().isSilent()) {
            return List.of("-map", "0:v:0", "-c:v", "copy", "-an");
        }
        List<String> args = new ArrayList<>(plan.sound().inputs());
        args.addAll(List.of("-filter_complex", plan.sound().filter(1)));
        args.addAll(List.of("-map", "0:v:0", "-map", "[sound]", "-c:v", "copy", "-c:a", "aac", "-b:a", "192k"));
        return args;
    }

    /** A clip that could not be decoded is to blame, else FFmpeg; either way it says which clips were at work. */
    static MergeException blame(FfmpegException e, List<SourceClip> clips) {
        return e.fault() == FfmpegException.Fault.FAILED && !e.diskFull()
                ? SourceClip.invalid(names(clips), String.valueOf(e.getMessage()), e)
                : FfmpegVideoEditor.failed("decoding clip " + names(clips), e);
    }

    private static String names(List<SourceClip> clips) {
        String some = clips.stream().limit(5).map(SourceClip::name).collect(Collectors.joining(", "));
        return clips.size() > 5 ? some + " …" : some;
    }
}
