package dev.mvstudio.web;

import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.film.MergeRequest;
import dev.mvstudio.domain.film.Merged;
import dev.mvstudio.domain.film.Slide;
import dev.mvstudio.domain.film.VideoEditor;
import dev.mvstudio.testkit.image.FakeImageModel;
import dev.mvstudio.testkit.video.FakeVideoModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;

/** Joins nothing: every film is the same clip. */
final class FakeEditor implements VideoEditor {
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    void fail(MergeException.Fault fault) {
        failure.set(new MergeException(fault, "clip 2 was told to fail"));
    }

    void failUnexpectedly(String message) {
        failure.set(new IllegalStateException(message));
    }

    @Override
    public Merged merge(MergeRequest request, Path target, DoubleConsumer progress) {
        write(target, FakeVideoModel.clip());
        return new Merged(true, List.of("told to warn"));
    }

    @Override
    public void convert(Path picture, Path target, ImageFormat format) {
        write(target, FakeImageModel.pixel());
    }

    @Override
    public void contactSheet(List<Slide> slides, FrameSize cell, Path target) {
        write(target, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
    }

    @Override
    public void slideshow(List<Slide> slides, FrameSize frame, Path target, DoubleConsumer progress) {
        write(target, FakeVideoModel.clip());
    }

    @Override
    public void thumbnail(Path video, Path target) {
        write(target, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
    }

    private void write(Path target, byte[] bytes) {
        if (failure.get() != null) {
            throw failure.get();
        }
        try {
            Files.write(target, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
