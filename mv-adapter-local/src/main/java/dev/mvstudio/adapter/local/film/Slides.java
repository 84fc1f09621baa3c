package dev.mvstudio.adapter.local.film;

import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.film.MergeException.Fault;
import dev.mvstudio.domain.film.Slide;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pictures, one by one, side by side or one after the other, in a folder of its own. */
final class Slides {
    private static final int RATE = 25;
    private static final List<String> ONE_FILE = List.of("-f", "image2", "-update", "1");

    private final Ffmpeg ffmpeg;
    private final Path work;

    Slides(Ffmpeg ffmpeg, Path work) {
        this.ffmpeg = ffmpeg;
        this.work = work;
    }

    Path convert(Path picture, ImageFormat format) {
        Slide only = new Slide("", picture, Duration.ZERO);
        Path target = work.resolve("picture." + format.mediaType().extension());
        List<String> args = new ArrayList<>(input(only));
        args.addAll(List.of("-map", "0:v:0", "-frames:v", "1", "-map_metadata", "-1"));
        args.addAll(
                switch (format) {
                    case PNG -> List.of("-c:v", "png");
                    case JPEG -> List.of("-c:v", "mjpeg", "-q:v", "2", "-pix_fmt", "yuvj420p");
                    case WEBP -> List.of("-c:v", "libwebp", "-quality", "90");
                });
        args.addAll(format == ImageFormat.WEBP ? List.of("-f", "webp") : ONE_FILE);
        return run(args, target, List.of(only), Duration.ZERO, fraction -> {});
    }

    /** As many columns as rows, or one more. */
    Path sheet(List<Slide> slides, FrameSize cell) {
        int columns = (int) Math.ceil(Math.sqrt(slides.size()));
        int rows = (slides.size() + columns - 1) / columns;
        List<String> args = new ArrayList<>(inputs(slides));
        String tiled = ",tile=" + columns + "x" + rows + ":nb_frames=" + slides.size() + ":padding=4:margin=4[sheet]";
        args.addAll(List.of("-filter_complex", graph(slides, shape(cell, "yuvj420p"), 0) + tiled, "-map", "[sheet]"));
        args.addAll(List.of("-frames:v", "1", "-c:v", "mjpeg", "-q:v", "3"));
        args.addAll(ONE_FILE);
        return run(args, work.resolve("sheet.jpg"), slides, Duration.ZERO, fraction -> {});
    }

    Path film(List<Slide> slides, FrameSize frame, DoubleConsumer progress) {
        Duration length = slides.stream().map(Slide::length).reduce(Duration.ZERO, Duration::plus);
        List<String> args = new ArrayList<>(inputs(slides));
        // What is a frame long has no length of its own, and would be shown together with the next one.
        String counted = ",setpts=N/" + RATE + "/TB";
        args.addAll(List.of(
                "-filter_complex",
                graph(slides, shape(frame, "yuv420p"), RATE) + counted + "[film]",
                "-map",
                "[film]",
                "-an"));
        args.addAll(PictureGraph.ENCODER);
        args.addAll(List.of("-r", String.valueOf(RATE), "-movflags", "+faststart", "-f", "mp4"));
        return run(args, work.resolve("film.mp4"), slides, length, progress);
    }

    private Path run(List<String> args, Path target, List<Slide> slides, Duration length, DoubleConsumer progress) {
        List<String> all = new ArrayList<>(args);
        all.add(target.toString());
        try {
            ffmpeg.run(all, length, progress);
        } catch (FfmpegException e) {
            if (e.fault() == FfmpegException.Fault.FAILED && !e.diskFull()) {
                throw new MergeException(
                        Fault.INVALID_CLIP, names(slides) + " cannot be decoded: " + e.getMessage(), e);
            }
            throw e;
        }
        if (Files.notExists(target)) {
            throw new MergeException(Fault.INVALID_CLIP, names(slides) + " cannot be decoded");
        }
        return target;
    }

    private static String names(List<Slide> slides) {
        return slides.size() == 1
                ? name(slides.get(0))
                : "one of " + slides.size() + " pictures from " + name(slides.get(0)) + " on";
    }

    private static String name(Slide slide) {
        return slide.name().isEmpty() ? "the picture" : "the picture " + slide.name();
    }

    private static List<String> inputs(List<Slide> slides) {
        return slides.stream().flatMap(slide -> input(slide).stream()).toList();
    }

    /** Named by its content: a playlist that passes for a picture must not make it open other files. */
    private static List<String> input(Slide slide) {
        return List.of(
                "-threads",
                "1",
                "-f",
                demuxer(slide),
                "-i",
                slide.picture().toAbsolutePath().toString());
    }

    private static String demuxer(Slide slide) {
        String head;
        try (InputStream in = Files.newInputStream(slide.picture())) {
            head = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new MergeException(Fault.INVALID_CLIP, name(slide) + " cannot be used: it cannot be read", e);
        }
        if (head.startsWith("\u0089PNG")) {
            return "png_pipe";
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return "jpeg_pipe";
        }
        if (head.startsWith("RIFF") && head.endsWith("WEBP")) {
            return "webp_pipe";
        }
        throw new MergeException(Fault.INVALID_CLIP, name(slide) + " cannot be used: it is no PNG, JPEG or WebP");
    }

    /** Each picture in the same frame, one after the other; at a rate of 0 as one frame each. */
    private static String graph(List<Slide> slides, String shape, int rate) {
        List<Long> frames = frames(slides, rate);
        String each = IntStream.range(0, slides.size())
                .mapToObj(i -> "[" + i + ":v:0]" + shape + lasting(frames.get(i), rate) + "[s" + i + "];")
                .collect(Collectors.joining());
        String all =
                IntStream.range(0, slides.size()).mapToObj(i -> "[s" + i + "]").collect(Collectors.joining());
        return each + all + "concat=n=" + slides.size() + ":v=1:a=0";
    }

    private static String lasting(long frames, int rate) {
        return rate == 0
                ? ""
                : ",fps=" + rate + ",tpad=stop=-1:stop_mode=clone,trim=end_frame=" + frames + ",setpts=PTS-STARTPTS";
    }

    /** Each begins at the frame next to its time, so that rounding does not add up; each has one at least. */
    private static List<Long> frames(List<Slide> slides, int rate) {
        List<Long> frames = new ArrayList<>();
        long shown = 0;
        Duration end = Duration.ZERO;
        for (Slide slide : slides) {
            end = end.plus(slide.length());
            long next = Math.max(shown + 1, Math.round(end.toNanos() * rate / 1e9));
            frames.add(next - shown);
            shown = next;
        }
        return frames;
    }

    private static String shape(FrameSize frame, String pixels) {
        String size = even(frame.width()) + ":" + even(frame.height());
        return "scale=" + size + ":force_original_aspect_ratio=decrease:force_divisible_by=2,pad=" + size
                + ":(ow-iw)/2:(oh-ih)/2,setsar=1,format=" + pixels;
    }

    private static int even(int side) {
        return Math.max(2, side / 2 * 2);
    }
}
