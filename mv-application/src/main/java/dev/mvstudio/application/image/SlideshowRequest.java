package dev.mvstudio.application.image;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.image.FolderId;
import java.time.Duration;
import java.util.List;

/**
 * The images of a sequence as a film, every gap filled.
 *
 * @param frame of the film
 */
public record SlideshowRequest(FolderId folder, List<Slide> slides, FrameSize frame) {
    public SlideshowRequest {
        slides = List.copyOf(slides);
    }

    /**
     * One image.
     *
     * @param length how long it is shown
     */
    public record Slide(int scene, Asset image, Duration length) {}
}
