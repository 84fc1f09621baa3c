package dev.mvstudio.testkit.film;

import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.film.MergeException.Fault;
import dev.mvstudio.domain.film.MergeRequest;
import dev.mvstudio.domain.film.MergeRequest.Clip;
import dev.mvstudio.domain.film.Merged;
import dev.mvstudio.domain.film.Slide;
import dev.mvstudio.domain.film.VideoEditor;
import dev.mvstudio.testkit.image.FakeImageModel;
import dev.mvstudio.testkit.video.FakeVideoModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** An editor that looks at no more than the first bytes: its film is a copy of the first clip. */
public final class FakeVideoEditor implements VideoEditor {
    private static final byte[] PICTURE = HexFormat.of()
            .parseHex("ffd8ffe000104a46494600010100000100010000ffdb004300" + "01".repeat(64)
                    + "ffc0000b080001000101011100ffc4001400010000000000000000000000000000000bffc40014100100"
                    + "000000000000000000000000000000ffda0008010100003f0047ffd9");

    private final List<MergeRequest> requests = new ArrayList<>();
    private final List<List<Slide>> shown = new ArrayList<>();
    private List<String> warnings = List.of();
    private @Nullable MergeException failure;

    /** What it was asked to merge, in order. */
    public synchronized List<MergeRequest> requests() {
        return List.copyOf(requests);
    }

    /** What it was asked to lay out or to show, in order. */
    public synchronized List<List<Slide>> shown() {
        return List.copyOf(shown);
    }

    /** Said of every film from now on. */
    public synchronized void warn(String... said) {
        warnings = List.of(said);
    }

    /** Every call fails like this from now on; null for an editor that works again. */
    public synchronized void failWith(@Nullable MergeException how) {
        failure = how;
    }

    @Override
    public synchronized Merged merge(MergeRequest request, Path target, DoubleConsumer progress) {
        requests.add(request);
        fail();
        for (Clip clip : request.clips()) {
            check("clip " + clip.name(), clip.file(), true);
        }
        if (request.soundtrack() != null) {
            check("the soundtrack", request.soundtrack(), false);
        }
        progress.accept(0.5);
        copy(request.clips().get(0).file(), target);
        progress.accept(1.0);
        return new Merged(true, warnings);
    }

    @Override
    public synchronized void thumbnail(Path video, Path target) {
        fail();
        check("the video", video, true);
        try {
            Files.write(target, PICTURE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void convert(Path picture, Path target, ImageFormat format) {
        fail();
        checkPicture("the picture", picture);
        write(
                target,
                switch (format) {
                    case PNG -> FakeImageModel.pixel();
                    case JPEG -> PICTURE;
                    case WEBP -> "RIFF\4\0\0\0WEBP".getBytes(StandardCharsets.ISO_8859_1);
                });
    }

    @Override
    public synchronized void contactSheet(List<Slide> slides, FrameSize cell, Path target) {
        fail();
        slides.forEach(slide -> checkPicture("picture " + slide.name(), slide.picture()));
        shown.add(List.copyOf(slides));
        write(target, PICTURE);
    }

    @Override
    public synchronized void slideshow(List<Slide> slides, FrameSize frame, Path target, DoubleConsumer progress) {
        fail();
        slides.forEach(slide -> checkPicture("picture " + slide.name(), slide.picture()));
        shown.add(List.copyOf(slides));
        progress.accept(0.5);
        write(target, FakeVideoModel.clip());
        progress.accept(1.0);
    }

    private static void checkPicture(String name, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
            if (!head.startsWith("\u0089PNG") && !head.startsWith("\u00ff\u00d8") && !head.startsWith("RIFF")) {
                throw new MergeException(Fault.INVALID_CLIP, name + " cannot be used: it is no picture");
            }
        } catch (IOException e) {
            throw new MergeException(Fault.INVALID_CLIP, name + " cannot be used: it is not there", e);
        }
    }

    private static void write(Path target, byte[] bytes) {
        try {
            Files.write(target, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fail() {
        if (failure != null) {
            throw failure;
        }
    }

    private static void check(String name, Path file, boolean video) {
        byte[] ftyp = "ftyp".getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(8);
            if (head.length < 8 || (video && !Arrays.equals(head, 4, 8, ftyp, 0, 4))) {
                throw new MergeException(Fault.INVALID_CLIP, name + " cannot be used: it is damaged");
            }
        } catch (IOException e) {
            throw new MergeException(Fault.INVALID_CLIP, name + " cannot be used: it is not there", e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
