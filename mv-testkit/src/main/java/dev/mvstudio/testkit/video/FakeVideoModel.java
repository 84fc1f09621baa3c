package dev.mvstudio.testkit.video;

import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.domain.video.VideoModel;
import dev.mvstudio.domain.video.VideoRequest;
import dev.mvstudio.testkit.provider.FakeGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A scripted video model: every clip is the same second of 128x72 pixels with sound. */
public final class FakeVideoModel extends FakeGenerator<VideoRequest> implements VideoModel {
    public FakeVideoModel(Backend backend) {
        super(backend);
    }

    @Override
    protected Model modelOf(VideoRequest request) {
        return request.model();
    }

    @Override
    protected int outputsOf(VideoRequest request) {
        return 1;
    }

    @Override
    protected byte[] sample() {
        return clip();
    }

    /** One second of 128x72 pixels with sound, an MP4. */
    public static byte[] clip() {
        try (InputStream in = Objects.requireNonNull(FakeVideoModel.class.getResourceAsStream("clip.mp4"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ProviderCall describe(VideoRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("prompt", request.effectivePrompt());
        body.put("aspect_ratio", request.aspectRatio().toString());
        body.put("duration", request.duration().toSeconds());
        body.put("resolution", request.resolution().toString());
        body.put("generate_audio", request.generateAudio());
        body.put("negative_prompt", String.valueOf(request.negativePrompt()));
        body.put("seed", String.valueOf(request.seed()));
        body.put(
                "reference_images",
                request.referenceImages().stream().map(ReferenceImage::toString).toList());
        return new ProviderCall("FAKE", "video/" + request.model(), body);
    }
}
