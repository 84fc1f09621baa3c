package dev.mvstudio.application.flavor;

import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.image.Sampling;
import dev.mvstudio.domain.prompt.ColourBalance;
import dev.mvstudio.domain.prompt.TraitWeights;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The defaults of generateImages. What a model cannot do is not sent to it by default.
 *
 * @param backend who draws where it is set up and the caller names nobody; null for the first one that is set up
 * @param size of the images
 * @param sampling how they are sampled
 * @param sceneDuration how long a scene is shown of which nobody said it
 * @param weights how much each field of the character counts, for models that understand weights
 * @param balance of the atmospheres' colours
 */
public record ImageParameters(
        @Nullable String backend,
        FrameSize size,
        Sampling sampling,
        ImageFormat outputFormat,
        Duration sceneDuration,
        @Nullable String negativePrompt,
        TraitWeights weights,
        ColourBalance balance) {}
