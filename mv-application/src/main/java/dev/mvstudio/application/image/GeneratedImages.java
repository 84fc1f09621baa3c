package dev.mvstudio.application.image;

import dev.mvstudio.application.job.Answer;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Look;
import dev.mvstudio.domain.job.JobError;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The images that were ordered, as far as there are any.
 *
 * @param sequence with the ordered scenes, as it was sampled this time
 * @param images by number
 * @param faults why others are missing, by number
 */
public record GeneratedImages(ImageSequence sequence, List<Made> images, List<Fault> faults, Outcome outcome)
        implements Answer {
    public GeneratedImages {
        images = List.copyOf(images);
        faults = List.copyOf(faults);
    }

    /**
     * The image of a scene.
     *
     * @param address where anybody can see it; null where only this program shows it
     */
    public record Made(int scene, Asset asset, @Nullable URI address) {}

    /** Why a scene has no image. */
    public record Fault(int scene, JobError error) {}

    public Look look() {
        return Objects.requireNonNull(sequence.look(), "what was made has a look");
    }

    /** Whether every scene has its image. */
    public boolean complete() {
        return faults.isEmpty();
    }

    /** Of the images; that which was asked for when they cannot be looked into. */
    public @Nullable FrameSize size() {
        return images.stream()
                .map(made -> made.asset().info().frame())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(sequence.sampling().size());
    }

    @Override
    public List<Asset> assets() {
        return images.stream().map(Made::asset).toList();
    }
}
