package dev.mvstudio.application.image;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.cost.Money;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Look;
import dev.mvstudio.domain.provider.Parameter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The images of a sequence that were ordered, every gap filled.
 *
 * @param sequence with the ordered scenes, as it is recorded when there is no record of it yet
 * @param settled what stays as it is here when somebody else began the sequence in the meantime, with other parameters
 * @param drawing what its model can make
 * @param estimate what one image may cost
 */
public record SequenceOrder(ImageSequence sequence, Set<Parameter> settled, Drawing drawing, Money estimate) {
    public SequenceOrder {
        settled = Set.copyOf(settled);
    }

    public Look look() {
        return Objects.requireNonNull(sequence.look(), "an order says how its images look");
    }

    /**
     * What a model can make.
     *
     * @param ratios one at least
     * @param formats one at least, the preferred one first
     */
    public record Drawing(List<AspectRatio> ratios, List<ImageFormat> formats) {
        public Drawing {
            ratios = List.copyOf(ratios);
            formats = List.copyOf(formats);
        }

        /** The shape next to this size. */
        public AspectRatio ratio(FrameSize size) {
            double wanted = Math.log((double) size.width() / size.height());
            return ratios.stream()
                    .min(Comparator.comparingDouble(r -> Math.abs(Math.log((double) r.width() / r.height()) - wanted)))
                    .orElseThrow(() -> new IllegalStateException("this model makes no pictures"));
        }

        /** What is asked of the model so that this can be stored. */
        ImageFormat drawn(ImageFormat stored) {
            return formats.contains(stored) ? stored : formats.get(0);
        }
    }
}
