package dev.mvstudio.adapter.comfyui;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Durations;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.asset.Resolution;
import dev.mvstudio.domain.cost.Price;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Capabilities;
import dev.mvstudio.domain.provider.Inputs;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Lane;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.provider.References;
import dev.mvstudio.domain.provider.Secret;
import dev.mvstudio.testkit.comfyui.FakeComfyUi;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A backend with a model for pictures and one for clips. */
final class Servers {
    static final Backend COMFYUI = new Backend("comfyui");
    static final Model SD35 = new Model("stable-diffusion-3.5-large");
    static final Model WAN = new Model("wan-2.2-ti2v-5b");

    static final Set<Parameter> OF_SD35 = EnumSet.of(
            Parameter.SEED,
            Parameter.NEGATIVE_PROMPT,
            Parameter.ASPECT_RATIO,
            Parameter.REFERENCE_IMAGE,
            Parameter.NUM_IMAGES,
            Parameter.OUTPUT_FORMAT,
            Parameter.SAMPLER,
            Parameter.STEPS,
            Parameter.CFG_SCALE);
    static final Set<Parameter> OF_WAN = EnumSet.of(
            Parameter.SEED,
            Parameter.NEGATIVE_PROMPT,
            Parameter.ASPECT_RATIO,
            Parameter.REFERENCE_IMAGE,
            Parameter.DURATION,
            Parameter.RESOLUTION);

    private Servers() {}

    static Capabilities can(Set<Parameter> honoured, Durations durations, References references, int maxImages) {
        return new Capabilities(
                honoured,
                Set.of(),
                List.of(new AspectRatio(16, 9), new AspectRatio(1, 1), new AspectRatio(9, 16)),
                durations,
                List.of(new Resolution(720), new Resolution(480)),
                List.of(ImageFormat.PNG, ImageFormat.JPEG),
                references,
                maxImages);
    }

    static ModelSpec image(@Nullable String call, Set<Parameter> honoured) {
        return new ModelSpec(SD35, can(honoured, Durations.NONE, new References(1), 4), Price.FREE, Inputs.OWN, call);
    }

    /** One that makes pictures of one shape only. */
    static ModelSpec fixedImage(String call, Set<Parameter> honoured) {
        Capabilities can = new Capabilities(
                honoured,
                Set.of(),
                List.of(new AspectRatio(1, 1)),
                Durations.NONE,
                List.of(),
                List.of(ImageFormat.PNG),
                References.NONE,
                1);
        return new ModelSpec(SD35, can, Price.FREE, Inputs.OWN, call);
    }

    static ModelSpec video(@Nullable String call, Set<Parameter> honoured) {
        References firstFrame = new References(0, List.of(), Durations.NONE, true);
        return new ModelSpec(WAN, can(honoured, Durations.between(1, 5), firstFrame, 1), Price.FREE, Inputs.OWN, call);
    }

    static BackendSettings settings(@Nullable String addresses, Map<String, String> options, ModelSpec image) {
        return new BackendSettings(
                COMFYUI,
                Map.of(Kind.IMAGE, List.of(image), Kind.VIDEO, List.of(video("wan22", OF_WAN))),
                List.of("MV_COMFYUI_URLS"),
                addresses == null ? null : new Secret(addresses),
                options,
                Lane.open("comfyui"));
    }

    static ComfyUiConfiguration configuration(String addresses) {
        return ComfyUiConfiguration.of(
                settings(addresses, Map.of("timeout_seconds", "5"), image("sd35", OF_SD35)),
                Map.of("sd35", Shipped.sd35(), "wan22", Shipped.wan22()),
                Duration.ofMinutes(1));
    }

    /** Puts the files in place that clips need. */
    static void installWan(FakeComfyUi fake) {
        fake.catalog()
                .install("diffusion_models", "wan2.2_ti2v_5B_fp16.safetensors")
                .install("text_encoders", "umt5_xxl_fp8_e4m3fn_scaled.safetensors")
                .install("vae", "wan2.2_vae.safetensors");
    }
}
