package dev.mvstudio.testkit.image;

import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.testkit.provider.FakeGenerator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** A scripted image model: every image is a PNG of one pixel. */
public final class FakeImageModel extends FakeGenerator<ImageRequest> implements ImageModel {
    private static final byte[] PIXEL = HexFormat.of()
            .parseHex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
                    + "0000000c49444154789c636868680000030401814bd3d2100000000049454e44ae426082");

    public FakeImageModel(Backend backend) {
        super(backend);
    }

    @Override
    protected Model modelOf(ImageRequest request) {
        return request.model();
    }

    @Override
    protected int outputsOf(ImageRequest request) {
        return request.numImages();
    }

    @Override
    protected byte[] sample() {
        return pixel();
    }

    /** One pixel, a PNG. */
    public static byte[] pixel() {
        return PIXEL.clone();
    }

    @Override
    public ProviderCall describe(ImageRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("prompt", request.prompt());
        body.put("aspect_ratio", request.aspectRatio().toString());
        body.put("num_images", request.numImages());
        body.put("output_format", request.format().word());
        body.put("negative_prompt", String.valueOf(request.negativePrompt()));
        body.put("seed", String.valueOf(request.seed()));
        body.put("safety_filter_level", String.valueOf(request.safetyFilterLevel()));
        body.put("person_generation", String.valueOf(request.personGeneration()));
        return new ProviderCall("FAKE", "image/" + request.model(), body);
    }
}
