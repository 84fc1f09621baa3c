package dev.mvstudio.testkit.image;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.image.Sampling;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.testkit.video.VideoRequests;
import java.util.List;

/** Requests to try image models with. */
public final class ImageRequests {
    private ImageRequests() {}

    public static ImageRequest plain(Model model) {
        return new ImageRequest(
                model,
                "a small silver robot with one teal eye",
                "A portrait of a small silver robot with one teal eye",
                null,
                new AspectRatio(1, 1),
                1,
                ImageFormat.PNG,
                null,
                null,
                null);
    }

    /** The same request with another value of one parameter. Those that an image model has not are left as they are. */
    public static ImageRequest with(ImageRequest r, Parameter parameter) {
        return new ImageRequest(
                r.model(),
                r.subject(),
                r.prompt(),
                parameter == Parameter.NEGATIVE_PROMPT ? "a crowd" : r.negativePrompt(),
                parameter == Parameter.ASPECT_RATIO ? new AspectRatio(9, 16) : r.aspectRatio(),
                parameter == Parameter.NUM_IMAGES ? r.numImages() + 1 : r.numImages(),
                parameter == Parameter.OUTPUT_FORMAT ? ImageFormat.JPEG : r.format(),
                parameter == Parameter.SEED ? Long.valueOf(0) : r.seed(),
                parameter == Parameter.SAFETY_FILTER_LEVEL ? "block_only_high" : r.safetyFilterLevel(),
                parameter == Parameter.PERSON_GENERATION ? "allow_adult" : r.personGeneration(),
                parameter == Parameter.REFERENCE_IMAGE ? List.of(VideoRequests.SMALL_PICTURE) : r.referenceImages(),
                new Sampling(
                        parameter == Parameter.SAMPLER ? "heun" : r.sampling().sampler(),
                        parameter == Parameter.STEPS
                                ? Integer.valueOf(7)
                                : r.sampling().steps(),
                        parameter == Parameter.CFG_SCALE
                                ? Double.valueOf(3.5)
                                : r.sampling().cfgScale(),
                        r.sampling().size()));
    }
}
