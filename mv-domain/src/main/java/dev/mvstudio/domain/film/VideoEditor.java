package dev.mvstudio.domain.film;

import java.nio.file.Path;
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
}
