package dev.mvstudio.adapter.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.ModelSpec;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One of the ways in which models are asked for pictures, and answer. */
interface ImageCall {
    /** What the path of a model ends with. */
    String method();

    /**
     * The order.
     *
     * @param data how the bytes of a picture stand in it
     */
    Map<String, Object> body(ImageRequest request, ModelSpec spec, Function<ReferenceImage, String> data);

    /**
     * The pictures in an answer, in Base64, at least one.
     *
     * @throws dev.mvstudio.domain.provider.ProviderException when there is none, and why
     */
    List<String> pictures(JsonNode answer, Call call, Refusals refusals);
}
