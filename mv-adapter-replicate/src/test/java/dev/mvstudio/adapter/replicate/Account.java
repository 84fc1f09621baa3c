package dev.mvstudio.adapter.replicate;

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
import dev.mvstudio.testkit.replicate.FakeReplicate;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** An account at a fake Replicate, with some models. */
final class Account {
    static final Backend REPLICATE = new Backend("replicate");
    static final Model VEO = new Model("google/veo-3.1");
    static final Model VEO_FAST = new Model("google/veo-3.1-fast");
    static final Model EARLY_VEO = new Model("google/veo-3");
    static final Model DEPLOYED = new Model("deployments/acme/clips");
    static final Model IMAGEN = new Model("google/imagen-4");
    static final Model BANANA = new Model("google/nano-banana");
    static final Model FLUX = new Model("black-forest-labs/flux-schnell");
    static final Model PINNED = new Model(
            "fofr/consistent-character:" + "9c77a3c2f884193fcee4d89645f02a0b9def9434f9e03cb98460456b831c8772");
    static final Model RETIRED = new Model("google/veo-1");

    static final Set<Parameter> OF_VEO = EnumSet.of(
            Parameter.ASPECT_RATIO,
            Parameter.DURATION,
            Parameter.RESOLUTION,
            Parameter.REFERENCE_IMAGE,
            Parameter.NEGATIVE_PROMPT,
            Parameter.GENERATE_AUDIO,
            Parameter.SEED);
    static final Set<Parameter> OF_FLUX =
            EnumSet.of(Parameter.ASPECT_RATIO, Parameter.OUTPUT_FORMAT, Parameter.NUM_IMAGES, Parameter.SEED);

    private static final Inputs JPG = new Inputs(Map.of(), Map.of("output_format", Map.of("jpeg", "jpg")), Map.of());

    private Account() {}

    static BackendSettings settings(FakeReplicate fake, Map<String, String> more) {
        Map<String, String> options = new java.util.HashMap<>(Map.of(
                "base_url", fake.api().toString(),
                "output_hosts", fake.delivery().getAuthority()));
        options.putAll(more);
        return settings(options, fake.token());
    }

    static BackendSettings settings(Map<String, String> options, String token) {
        return new BackendSettings(
                REPLICATE,
                Map.of(Kind.VIDEO, clips(), Kind.IMAGE, images()),
                List.of("REPLICATE_API_TOKEN", "REPLICATE_API_KEY"),
                token == null ? null : new Secret(token),
                options,
                Lane.open("replicate"));
    }

    static ReplicateClient client(FakeReplicate fake) {
        return client(fake, Map.of(), null, System::nanoTime);
    }

    static ReplicateClient client(FakeReplicate fake, Map<String, String> options) {
        return client(fake, options, null, System::nanoTime);
    }

    static ReplicateClient client(
            FakeReplicate fake, Map<String, String> options, URI publicUrl, LongSupplier nanoTime) {
        return client(
                new ReplicateConfiguration(settings(fake, options), publicUrl, Duration.ofMinutes(10), null), nanoTime);
    }

    static ReplicateClient client(ReplicateConfiguration configuration, LongSupplier nanoTime) {
        return new ReplicateClient(ReplicateSettings.of(configuration), Clock.systemUTC(), nanoTime);
    }

    private static List<ModelSpec> clips() {
        Inputs veo = new Inputs(Map.of("first_frame", "image"), Map.of(), Map.of());
        Inputs early = new Inputs(
                Map.of("first_frame", "image", "duration", "none", "resolution", "none"), Map.of(), Map.of());
        References three = new References(3, List.of(new AspectRatio(16, 9)), new Durations(List.of(8)), true);
        References first = new References(0, List.of(), Durations.NONE, true);
        return List.of(
                clip(VEO, OF_VEO, three, veo),
                clip(VEO_FAST, OF_VEO, first, veo),
                clip(DEPLOYED, OF_VEO, first, veo),
                clip(EARLY_VEO, EnumSet.of(Parameter.SEED), first, early),
                clip(RETIRED, OF_VEO, first, veo));
    }

    private static ModelSpec clip(Model model, Set<Parameter> honoured, References references, Inputs inputs) {
        return new ModelSpec(
                model,
                new Capabilities(
                        honoured,
                        Set.of(),
                        List.of(new AspectRatio(16, 9), new AspectRatio(9, 16)),
                        new Durations(List.of(4, 6, 8)),
                        List.of(new Resolution(720), new Resolution(1080)),
                        List.of(),
                        references,
                        1),
                Price.FREE,
                inputs);
    }

    private static List<ModelSpec> images() {
        Inputs flux = new Inputs(
                Map.of("num_images", "num_outputs"),
                Map.of("output_format", Map.of("jpeg", "jpg")),
                Map.of("go_fast", false, "megapixels", "1"));
        Inputs banana = new Inputs(
                Map.of("reference_images", "image_input"), Map.of("output_format", Map.of("jpeg", "jpg")), Map.of());
        Inputs pinned = new Inputs(
                Map.of("num_images", "number_of_outputs", "aspect_ratio", "none"),
                Map.of("output_format", Map.of("jpeg", "jpg")),
                Map.of());
        return List.of(
                image(IMAGEN, EnumSet.of(Parameter.SAFETY_FILTER_LEVEL), JPG, 1),
                image(BANANA, EnumSet.of(Parameter.ASPECT_RATIO, Parameter.REFERENCE_IMAGE), banana, 1),
                image(FLUX, OF_FLUX, flux, 4),
                image(PINNED, OF_FLUX, pinned, 4));
    }

    private static ModelSpec image(Model model, Set<Parameter> honoured, Inputs inputs, int maxImages) {
        return new ModelSpec(
                model,
                new Capabilities(
                        honoured,
                        Set.of(),
                        List.of(new AspectRatio(1, 1)),
                        Durations.NONE,
                        List.of(),
                        List.of(ImageFormat.values()),
                        honoured.contains(Parameter.REFERENCE_IMAGE) ? new References(3) : References.NONE,
                        maxImages),
                Price.FREE,
                inputs);
    }
}
