package dev.mvstudio.adapter.replicate;

import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.video.VideoModel;
import dev.mvstudio.domain.video.VideoRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Clips by Replicate's models. Of several clips that a model makes of one request, the first. */
public final class ReplicateVideoModel extends ReplicateGenerator<VideoRequest> implements VideoModel {
    public ReplicateVideoModel(ReplicateClient client) {
        super(client, Kind.VIDEO, 1);
    }

    @Override
    Model model(VideoRequest request) {
        return request.model();
    }

    @Override
    List<ReferenceImage> pictures(VideoRequest request) {
        return Stream.concat(request.referenceImages().stream(), Stream.ofNullable(request.lastFrame()))
                .toList();
    }

    @Override
    Map<String, Object> input(VideoRequest request, ModelSpec spec, Function<ReferenceImage, Object> shown) {
        Fields fields = new Fields(spec.inputs())
                .put(Fields.PROMPT, request.effectivePrompt())
                .put(Parameter.ASPECT_RATIO.word(), request.aspectRatio().toString())
                .put(
                        Parameter.DURATION.word(),
                        Math.toIntExact(request.duration().toSeconds()))
                .put(Parameter.RESOLUTION.word(), request.resolution().toString());
        if (spec.capabilities().honours(Parameter.NEGATIVE_PROMPT)) {
            fields.put(Parameter.NEGATIVE_PROMPT.word(), request.negativePrompt());
        }
        if (spec.capabilities().honours(Parameter.GENERATE_AUDIO)) {
            fields.put(Parameter.GENERATE_AUDIO.word(), request.generateAudio());
        }
        if (spec.capabilities().honours(Parameter.SEED)) {
            fields.put(Parameter.SEED.word(), request.seed());
        }
        return references(request, spec, shown, fields).filled();
    }

    /** As pictures to resemble where the model takes them for such a clip; a single one as the first frame otherwise. */
    private static Fields references(
            VideoRequest request, ModelSpec spec, Function<ReferenceImage, Object> shown, Fields fields) {
        List<ReferenceImage> images = request.referenceImages();
        if (images.isEmpty()) {
            return fields;
        }
        if (request.resembles(spec.capabilities().references())) {
            return fields.put(
                    Fields.REFERENCE_IMAGES, images.stream().map(shown).toList());
        }
        ReferenceImage last = request.lastFrame();
        return fields.put(Fields.FIRST_FRAME, shown.apply(images.get(0)))
                .put(Parameter.LAST_FRAME.word(), last == null ? null : shown.apply(last));
    }
}
