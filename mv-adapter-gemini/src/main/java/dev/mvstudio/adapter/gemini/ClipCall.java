package dev.mvstudio.adapter.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.video.VideoRequest;
import java.util.Map;
import java.util.function.Function;

/** One of the ways in which models are asked for clips, and tell how far they are. Its names are tickets. */
interface ClipCall {
    /** Where a clip is ordered, below the API's address. */
    String path(Model model);

    /**
     * The order.
     *
     * @param data how the bytes of a picture stand in it
     */
    Map<String, Object> body(VideoRequest request, ModelSpec spec, Function<ReferenceImage, String> data);

    /** The name of what was begun, a path below the API's address without the slash; empty when the answer has none. */
    String name(JsonNode answer);

    /** Whether a name is of this kind. */
    boolean covers(String name);

    /**
     * What an answer about it means.
     *
     * @throws dev.mvstudio.domain.provider.ProviderException when it makes no sense
     */
    Status status(String name, JsonNode answer);

    /** Asks Google to stop, where it can be asked. */
    void cancel(String name);
}
