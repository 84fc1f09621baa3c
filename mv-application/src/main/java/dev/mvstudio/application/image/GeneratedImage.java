package dev.mvstudio.application.image;

import dev.mvstudio.application.job.Answer;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.image.ImageSequence;
import java.util.List;

/** The image of a scene, stored and recorded. */
public record GeneratedImage(Asset asset, ImageSequence.Image image, SceneOrder request, Outcome outcome)
        implements Answer {
    @Override
    public List<Asset> assets() {
        return List.of(asset);
    }
}
