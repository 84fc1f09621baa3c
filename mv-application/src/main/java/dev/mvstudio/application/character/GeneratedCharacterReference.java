package dev.mvstudio.application.character;

import dev.mvstudio.application.job.Answer;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.image.ImageRequest;
import java.util.List;

/** The pictures, the chosen one first. */
public record GeneratedCharacterReference(List<Asset> images, ImageRequest request, Outcome outcome) implements Answer {
    public GeneratedCharacterReference {
        images = List.copyOf(images);
    }

    @Override
    public List<Asset> assets() {
        return images;
    }

    public Asset first() {
        return images.get(0);
    }
}
