package dev.mvstudio.domain.film;

import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.ImageFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Cuts and joins films. Blocks until done. An interrupted or failed call leaves neither a process nor a file behind.
 * Clips that share their codec parameters are joined without encoding them again, where nothing else asks for it.
 */
public interface VideoEditor {
    /**
     * Joins clips to one MP4 with at most one H.264 and one AAC stream.
     *
     * @param target the file to write; it does not exist yet
     * @param progress told 0.0–1.0 now and then
     * @throws MergeException when it could not; it names the clip that is to blame
     */
    Merged merge(MergeRequest request, Path target, DoubleConsumer progress);

    /**
     * Writes the first frame as a JPEG.
     *
     * @throws MergeException when the video cannot be read
     */
    void thumbnail(Path video, Path target);

    /**
     * Writes a picture in another format.
     *
     * @param picture a PNG, JPEG or WebP
     * @throws MergeException when it cannot be read
     */
    void convert(Path picture, Path target, ImageFormat format);

    /**
     * Lays pictures out on one, row by row, as a JPEG. Each is shown whole.
     *
     * @param slides 1–200; how long they are shown does not matter
     * @param cell the place of each
     * @throws MergeException when one cannot be read; it is named
     */
    void contactSheet(List<Slide> slides, FrameSize cell, Path target);

    /**
     * Shows pictures one after the other: an MP4 with one H.264 stream and no sound. Each is shown whole.
     *
     * @param slides 1–200
     * @param frame of the film; odd sides lose a pixel
     * @param progress told 0.0–1.0 now and then
     * @throws MergeException when one cannot be read; it is named
     */
    void slideshow(List<Slide> slides, FrameSize frame, Path target, DoubleConsumer progress);
}
