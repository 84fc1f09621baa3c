package dev.mvstudio.application.image;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.cost.Money;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ReferenceImage;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The images of a sequence that were ordered, every gap filled.
 *
 * @param sequence with the ordered scenes, as it is recorded when there is no record of it yet
 * @param own what the caller said, so that it counts more than what is recorded
 * @param look how the images are made, beside what the record keeps
 * @param estimate what one image may cost
 */
public record SequenceOrder(ImageSequence sequence, Own own, Look look, Money estimate) {
    /**
     * What the caller said.
     *
     * @param seed whether it is the caller's
     * @param sampling whether any of it is the caller's
     */
    public record Own(boolean seed, boolean sampling) {}

    /**
     * How all images are made.
     *
     * @param format what they are stored as
     * @param drawn what the model makes of them; another one where it does not make that
     * @param negativePrompt what must not be in them
     * @param references pictures that the character shall resemble
     * @param pictured the numbers of the scenes that show it
     */
    public record Look(
            AspectRatio aspectRatio,
            ImageFormat format,
            ImageFormat drawn,
            @Nullable String negativePrompt,
            List<ReferenceImage> references,
            Set<Integer> pictured) {
        public Look {
            references = List.copyOf(references);
            pictured = Set.copyOf(pictured);
        }

        List<ReferenceImage> references(int scene) {
            return pictured.contains(scene) ? references : List.of();
        }
    }
}
