package dev.mvstudio.application.video;

import dev.mvstudio.application.asset.ReferenceImages;
import dev.mvstudio.application.provider.Completion;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.provider.References;
import dev.mvstudio.domain.video.VideoRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The reference images of one clip: named in one of four ways, checked first and collected after. */
public final class ClipReferences {
    private final ReferenceImages images;

    public ClipReferences(ReferenceImages images) {
        this.images = images;
    }

    /** Where to say what is wrong. */
    record Objections(Completion completion, Violations violations) {}

    /** How many pictures go to the model; violations when the caller named them in several ways, or too many. */
    int count(GenerateVideoCommand said, ModelSpec model, VideoRequest clip, Objections objections) {
        Violations violations = objections.violations();
        List<String> ids = ids(said);
        long ways = Stream.of(
                        said.referenceImageBase64(),
                        said.referenceImageId(),
                        said.referenceImageUrl(),
                        said.referenceImageIds())
                .filter(Objects::nonNull)
                .count();
        if (ways > 1) {
            violations.add(
                    "reference_image_base64",
                    "give only one of reference_image_base64, reference_image_id, reference_image_url and"
                            + " reference_image_ids",
                    null);
            return 0;
        }
        int wished = said.referenceImageBase64() != null || said.referenceImageUrl() != null ? 1 : ids.size();
        images.stored(said.referenceImageId() == null ? "reference_image_ids" : "reference_image_id", ids, violations);
        if (clip.lastFrame() != null && wished == 0) {
            violations.add("last_frame_image_id", "needs a reference image, which becomes the first frame", null);
        }
        return allowed(wished, model, clip, objections.completion());
    }

    /** The picture that the clip ends with, where the caller named one and the model takes it. */
    Optional<ReferenceImage> last(GenerateVideoCommand said, Objections objections) {
        return Optional.ofNullable(said.lastFrameImageId())
                .flatMap(id -> images.stored("last_frame_image_id", id, objections.violations()))
                .map(picture -> objections.completion().optional(Parameter.LAST_FRAME, picture, null));
    }

    static int allowed(int wished, ModelSpec model, VideoRequest clip, Completion completion) {
        References references = model.capabilities().references();
        boolean conditional = references.max() > 0 && !clip.resembles(references);
        if (conditional && wished == 1 && references.firstFrame()) {
            completion.warn(
                    Parameter.REFERENCE_IMAGE,
                    "it was used as the clip's first frame; " + model.model()
                            + " takes pictures to resemble only for clips " + condition(clip, references));
        }
        return completion.count(
                Parameter.REFERENCE_IMAGE,
                wished,
                clip.limit(references),
                conditional ? ", but " + references.max() + " for clips " + condition(clip, references) : "");
    }

    private static String condition(VideoRequest clip, References references) {
        return clip.lastFrame() == null ? "of " + references.condition() : "without a last frame";
    }

    /** The first pictures of the caller's, stored. */
    List<ReferenceImage> collect(GenerateVideoCommand said, int count) {
        if (count == 0) {
            return List.of();
        }
        if (said.referenceImageBase64() != null) {
            return List.of(images.encoded("reference_image_base64", said.referenceImageBase64()));
        }
        if (said.referenceImageUrl() != null) {
            return List.of(images.fetched("reference_image_url", said.referenceImageUrl()));
        }
        Violations violations = new Violations();
        List<ReferenceImage> found =
                images.stored("reference_image_ids", ids(said).subList(0, count), violations);
        violations.check();
        return found;
    }

    private static List<String> ids(GenerateVideoCommand said) {
        if (said.referenceImageId() != null) {
            return List.of(said.referenceImageId());
        }
        return said.referenceImageIds() == null ? List.of() : said.referenceImageIds();
    }
}
