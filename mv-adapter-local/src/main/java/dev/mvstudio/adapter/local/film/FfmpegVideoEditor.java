package dev.mvstudio.adapter.local.film;

import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.film.MergeException.Fault;
import dev.mvstudio.domain.film.MergeRequest;
import dev.mvstudio.domain.film.Merged;
import dev.mvstudio.domain.film.Slide;
import dev.mvstudio.domain.film.VideoEditor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/** Cuts and joins films with FFmpeg. Works in a private folder next to the target, gone when it returns. */
public final class FfmpegVideoEditor implements VideoEditor {
    private final Ffmpeg ffmpeg;

    public FfmpegVideoEditor(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    @Override
    public Merged merge(MergeRequest request, Path target, DoubleConsumer progress) {
        ffmpeg.program();
        try {
            FilmPlan plan = FilmPlan.of(request, ffmpeg);
            inWorkFolder(target, work -> new FilmRun(ffmpeg, plan, work, progress).make());
            progress.accept(1.0);
            return new Merged(plan.copied(), plan.warnings());
        } catch (FfmpegException e) {
            throw failed("joining the clips", e);
        }
    }

    @Override
    public void thumbnail(Path video, Path target) {
        ffmpeg.program();
        try {
            SourceClip clip =
                    SourceClip.read(new MergeRequest.Clip(String.valueOf(video.getFileName()), video), ffmpeg);
            inWorkFolder(target, work -> {
                Path picture = work.resolve("frame.jpg");
                picture(clip, picture);
                return picture;
            });
        } catch (FfmpegException e) {
            throw failed("making a thumbnail", e);
        }
    }

    @Override
    public void convert(Path picture, Path target, ImageFormat format) {
        made("converting a picture", target, work -> new Slides(ffmpeg, work).convert(picture, format));
    }

    @Override
    public void contactSheet(List<Slide> slides, FrameSize cell, Path target) {
        made("laying pictures out", target, work -> new Slides(ffmpeg, work).sheet(slides, cell));
    }

    @Override
    public void slideshow(List<Slide> slides, FrameSize frame, Path target, DoubleConsumer progress) {
        made("making a slideshow", target, work -> new Slides(ffmpeg, work).film(slides, frame, progress));
        progress.accept(1.0);
    }

    private void made(String doing, Path target, Work work) {
        ffmpeg.program();
        try {
            inWorkFolder(target, work);
        } catch (FfmpegException e) {
            throw failed(doing, e);
        }
    }

    private void picture(SourceClip clip, Path picture) {
        List<String> input = Inputs.of(clip.file());
        List<String> output = List.of(
                "-map", "0:v:0", "-frames:v", "1", "-q:v", "3", "-pix_fmt", "yuvj420p", "-f", "image2", "-update", "1");
        List<String> args = Stream.of(input, output, List.of(picture.toString()))
                .flatMap(List::stream)
                .toList();
        try {
            ffmpeg.run(args, Duration.ZERO, fraction -> {});
        } catch (FfmpegException e) {
            throw FilmRun.blame(e, List.of(clip));
        }
        if (Files.notExists(picture)) {
            throw SourceClip.invalid(clip.name(), "it has no frame that can be decoded", null);
        }
    }

    static MergeException failed(String doing, FfmpegException e) {
        if (e.diskFull()) {
            return new MergeException(Fault.EDITOR_FAILED, doing + " failed: the disk is full", e);
        }
        Fault fault = e.fault() == FfmpegException.Fault.TIMEOUT ? Fault.TIMEOUT : Fault.EDITOR_FAILED;
        return new MergeException(fault, doing + " failed: " + e.getMessage(), e);
    }

    /** Makes a file in a private folder. */
    @FunctionalInterface
    private interface Work {
        Path in(Path folder) throws IOException;
    }

    /** The target appears when all is done, or not at all. */
    private static void inWorkFolder(Path target, Work work) {
        Path folder = target.toAbsolutePath().resolveSibling(target.getFileName() + ".work");
        try {
            Files.createDirectory(folder);
            Files.move(work.in(folder), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new MergeException(
                    Fault.EDITOR_FAILED,
                    "the film could not be written (" + e.getClass().getSimpleName() + ")",
                    e);
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
