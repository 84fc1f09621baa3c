package dev.mvstudio.adapter.replicate;

import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Parameter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Images by Replicate's models. */
public final class ReplicateImageModel extends ReplicateGenerator<ImageRequest> implements ImageModel {
    /** As many as may be asked for. */
    private static final int MOST = 4;

    public ReplicateImageModel(ReplicateClient client) {
        super(client, Kind.IMAGE, MOST);
    }

    @Override
    Model model(ImageRequest request) {
        return request.model();
    }

    @Override
    List<ReferenceImage> pictures(ImageRequest request) {
        return request.referenceImages();
    }

    @Override
    Map<String, Object> input(ImageRequest request, ModelSpec spec, Function<ReferenceImage, Object> shown) {
        Fields fields = new Fields(spec.inputs())
                .put(Fields.PROMPT, request.prompt())
                .put(Parameter.ASPECT_RATIO.word(), request.aspectRatio().toString())
                .put(Parameter.OUTPUT_FORMAT.word(), request.format().word());
        put(fields, spec, Parameter.NEGATIVE_PROMPT, request.negativePrompt());
        put(fields, spec, Parameter.NUM_IMAGES, request.numImages() > 1 ? request.numImages() : null);
        put(fields, spec, Parameter.SEED, request.seed());
        put(fields, spec, Parameter.SAFETY_FILTER_LEVEL, request.safetyFilterLevel());
        put(fields, spec, Parameter.PERSON_GENERATION, request.personGeneration());
        return request.referenceImages().isEmpty()
                ? fields.filled()
                : fields.put(
                                Fields.REFERENCE_IMAGES,
                                request.referenceImages().stream().map(shown).toList())
                        .filled();
    }

    private static void put(Fields fields, ModelSpec spec, Parameter parameter, @Nullable Object value) {
        if (spec.capabilities().honours(parameter)) {
            fields.put(parameter.word(), value);
        }
    }
}
