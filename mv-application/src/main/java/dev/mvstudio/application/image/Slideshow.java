package dev.mvstudio.application.image;

import dev.mvstudio.application.job.Answer;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.domain.asset.Asset;
import java.util.List;

/** A sequence as a film. */
public record Slideshow(Asset video, SlideshowRequest request, Outcome outcome) implements Answer {
    @Override
    public List<Asset> assets() {
        return List.of(video);
    }
}
