package dev.mvstudio.adapter.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Lane;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.Secret;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.video.VideoRequest;
import dev.mvstudio.testkit.comfyui.FakeComfyUi;
import dev.mvstudio.testkit.comfyui.Submitted;
import dev.mvstudio.testkit.comfyui.Version;
import dev.mvstudio.testkit.provider.Settling;
import dev.mvstudio.testkit.video.VideoRequests;
import dev.mvstudio.testkit.wire.Pictures;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped workflow for clips that go from one picture to another. */
class LastFrameTest {
    private static final ReferenceImage DOOR = VideoRequests.reference(Pictures.png(64, 36, 3), MediaType.PNG);
    private static final ReferenceImage STREET = VideoRequests.reference(Pictures.png(64, 36, 9), MediaType.PNG);

    private static ComfyUiClient client(FakeComfyUi fake) {
        fake.catalog()
                .install(
                        "diffusion_models",
                        "wan2.2_i2v_high_noise_14B_fp8_scaled.safetensors",
                        "wan2.2_i2v_low_noise_14B_fp8_scaled.safetensors")
                .install("text_encoders", "umt5_xxl_fp8_e4m3fn_scaled.safetensors")
                .install("vae", "wan_2.1_vae.safetensors");
        Set<Parameter> honoured = EnumSet.copyOf(Servers.OF_WAN);
        honoured.add(Parameter.LAST_FRAME);
        BackendSettings settings = new BackendSettings(
                Servers.COMFYUI,
                Map.of(Kind.VIDEO, List.of(Servers.video("wan22_i2v", honoured))),
                List.of("MV_COMFYUI_URLS"),
                new Secret(fake.address().toString()),
                Map.of(),
                Lane.open("comfyui"));
        return new ComfyUiClient(
                ComfyUiConfiguration.of(settings, Map.of("wan22_i2v", Shipped.wan22I2v()), Duration.ofMinutes(1)),
                new Random(3));
    }

    private static VideoRequest request(@Nullable ReferenceImage first, @Nullable ReferenceImage last) {
        VideoRequest plain = VideoRequests.plain(Servers.WAN);
        return new VideoRequest(
                plain.model(),
                plain.prompt(),
                plain.rules(),
                plain.negativePrompt(),
                plain.aspectRatio(),
                Duration.ofSeconds(5),
                plain.resolution(),
                false,
                7L,
                first == null ? List.of() : List.of(first),
                last);
    }

    private static Submitted made(FakeComfyUi fake, VideoRequest request) throws IOException {
        try (ComfyUiClient client = client(fake)) {
            ComfyUiVideoModel model = new ComfyUiVideoModel(client);
            Start.Running start = (Start.Running) model.start(request, Rehearsal.key(1));
            assertThat(Settling.settle(model, start.ticket(), Duration.ofSeconds(20)))
                    .isInstanceOf(Status.Finished.class);
        }
        return fake.ledger().prompts().get(0);
    }

    private static JsonNode source(Submitted prompt, JsonNode link) {
        return prompt.graph().path(link.path(0).asText()).path("inputs").path("image");
    }

    @ParameterizedTest
    @EnumSource
    void a_clip_begins_with_one_picture_and_ends_with_the_other(Version version) throws IOException {
        try (FakeComfyUi fake = FakeComfyUi.start(version)) {
            Submitted prompt = made(fake, request(DOOR, STREET));
            JsonNode node = prompt.inputs("WanFirstLastFrameToVideo");

            assertThat(source(prompt, node.path("start_image")).asText())
                    .isEqualTo("mv/" + DOOR.asset().sha256() + ".png");
            assertThat(source(prompt, node.path("end_image")).asText())
                    .isEqualTo("mv/" + STREET.asset().sha256() + ".png");
            assertThat(node.toString()).contains("\"width\":1280,", "\"height\":720,", "\"length\":81,");
            assertThat(prompt.inputs("KSamplerAdvanced").path("noise_seed").asLong())
                    .isEqualTo(7);
            assertThat(fake.ledger().refusals()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_the_other_it_only_begins_with_a_picture(Version version) throws IOException {
        try (FakeComfyUi fake = FakeComfyUi.start(version)) {
            Submitted prompt = made(fake, request(DOOR, null));

            assertThat(source(prompt, prompt.inputs("WanImageToVideo").path("start_image"))
                            .asText())
                    .isEqualTo("mv/" + DOOR.asset().sha256() + ".png");
            assertThat(fake.ledger().refusals()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_picture_that_is_needed_and_not_there_is_asked_for(Version version) throws IOException {
        try (FakeComfyUi fake = FakeComfyUi.start(version);
                ComfyUiClient client = client(fake)) {
            ComfyUiVideoModel model = new ComfyUiVideoModel(client);
            ProviderError words = Rehearsal.refusal(() -> model.start(request(null, null), Rehearsal.key(1)));
            ProviderError last = Rehearsal.refusal(() -> model.start(request(null, STREET), Rehearsal.key(1)));

            assertThat(List.of(words.code(), last.code())).containsOnly(ErrorCode.INVALID_PROVIDER_REQUEST);
            assertThat(words.details()).contains("wan22_i2v", "give it a reference image");
            assertThat(last.details()).contains("wan22_i2v", "needs a reference image as well");
            assertThat(fake.ledger().prompts()).isEmpty();
        }
    }
}
