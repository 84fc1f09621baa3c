package dev.mvstudio.domain.image;

import dev.mvstudio.domain.asset.FrameSize;
import org.jspecify.annotations.Nullable;

/**
 * How a diffusion model is run. Null leaves a thing to the model's own workflow.
 *
 * @param sampler the algorithm, in the backend's own word: {@code euler_ancestral}
 * @param steps how many, 1–10,000
 * @param cfgScale how closely it keeps to the prompt (classifier-free guidance), 0–100
 * @param size of the image; else as large as the model usually makes images of the asked shape
 */
public record Sampling(
        @Nullable String sampler,
        @Nullable Integer steps,
        @Nullable Double cfgScale,
        @Nullable FrameSize size) {
    /** As the model's workflow says. */
    public static final Sampling USUAL = new Sampling(null, null, null, null);
}
