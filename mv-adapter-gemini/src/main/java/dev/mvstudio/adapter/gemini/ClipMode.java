package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.video.VideoRequest;
import java.util.Locale;

/** What a clip is made of. Models allow different things for each. */
enum ClipMode {
    TEXT_TO_VIDEO,
    /** A picture is the first frame; there may be one for the last. */
    IMAGE_TO_VIDEO,
    /** The clip resembles pictures. */
    REFERENCE_TO_VIDEO;

    static ClipMode of(VideoRequest request, ModelSpec spec) {
        if (request.referenceImages().isEmpty()) {
            return TEXT_TO_VIDEO;
        }
        return request.resembles(spec.capabilities().references()) ? REFERENCE_TO_VIDEO : IMAGE_TO_VIDEO;
    }

    /** As Google and the configuration have it: {@code text_to_video}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
