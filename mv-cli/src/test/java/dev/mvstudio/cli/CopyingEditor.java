package dev.mvstudio.cli;

import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.film.MergeRequest;
import dev.mvstudio.domain.film.Merged;
import dev.mvstudio.domain.film.Slide;
import dev.mvstudio.domain.film.VideoEditor;
import dev.mvstudio.testkit.film.FakeVideoEditor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Its film is the first clip. */
final class CopyingEditor implements VideoEditor {
    final List<MergeRequest> requests = Collections.synchronizedList(new ArrayList<>());

    /** Lays out and shows pictures. */
    final FakeVideoEditor pictures = new FakeVideoEditor();

    @Nullable
    MergeException failure;

    @Override
    public Merged merge(MergeRequest request, Path target, DoubleConsumer progress) {
        requests.add(request);
        if (failure != null) {
            throw failure;
        }
        try {
            Files.copy(request.clips().get(0).file(), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.accept(1);
        return new Merged(true, List.of());
    }

    @Override
    public void convert(Path picture, Path target, ImageFormat format) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void contactSheet(List<Slide> slides, FrameSize cell, Path target) {
        pictures.contactSheet(slides, cell, target);
    }

    @Override
    public void slideshow(List<Slide> slides, FrameSize frame, Path target, DoubleConsumer progress) {
        pictures.slideshow(slides, frame, target, progress);
    }

    @Override
    public void thumbnail(Path video, Path target) {
        throw new UnsupportedOperationException();
    }
}
