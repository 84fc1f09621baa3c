package dev.mvstudio.application.video;

import dev.mvstudio.application.asset.ReferenceImages;
import dev.mvstudio.application.provider.Completion;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.Capabilities;
import dev.mvstudio.domain.provider.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The reference images of one clip: named in one of four ways, checked first and collected after. */
public final class ClipReferences {
    private final ReferenceImages images;

    public ClipReferences(ReferenceImages images) {
        this.images = images;
    }

    /** How many pictures go to the model; violations when the caller named them in several ways, or too many. */
    int count(GenerateVideoCommand said, Capabilities can, Completion completion, Violations violations) {
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
        return completion.count(
                Parameter.REFERENCE_IMAGE, wished, can.references().max());
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
