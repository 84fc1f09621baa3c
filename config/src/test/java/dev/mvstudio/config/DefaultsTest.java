package dev.mvstudio.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.application.Settings;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.asset.AssetLimits;
import dev.mvstudio.application.asset.Retention;
import dev.mvstudio.application.flavor.CharacterParameters;
import dev.mvstudio.application.flavor.FilmParameters;
import dev.mvstudio.application.flavor.Flavor;
import dev.mvstudio.application.flavor.SceneParameters;
import dev.mvstudio.application.flavor.VideoParameters;
import dev.mvstudio.application.job.JobTiming;
import dev.mvstudio.application.webhook.WebhookSettings;
import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.asset.Resolution;
import dev.mvstudio.domain.film.ClipAudio;
import dev.mvstudio.domain.film.FilmLength;
import dev.mvstudio.domain.film.Fit;
import dev.mvstudio.domain.film.Transition;
import dev.mvstudio.domain.image.Sampling;
import dev.mvstudio.domain.prompt.TraitWeights;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Capabilities;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Pace;
import dev.mvstudio.domain.provider.Parameter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every default, so that a change of one is a decision and not an accident. */
class DefaultsTest {
    @TempDir
    Path root;

    private StudioConfiguration configuration;

    @BeforeEach
    void read() {
        configuration = new Folder(root).read();
    }

    private Flavor standard() {
        return configuration.flavors().all().get(0);
    }

    @Test
    void the_settings_are_these() {
        assertThat(configuration.settings())
                .isEqualTo(new Settings(
                        new Settings.Server(
                                "127.0.0.1",
                                8000,
                                null,
                                32L << 20,
                                Duration.ofSeconds(900),
                                Duration.ofSeconds(5),
                                false),
                        root.resolve("outputs"),
                        false,
                        new JobTiming(Duration.ofSeconds(900), Duration.ofMillis(250), 4, 3, Duration.ofSeconds(5)),
                        new Settings.Queues(100, 1_000, 1_000),
                        new AssetLimits(20_000_000, 200_000_000, 4L << 30),
                        new Settings.Editor(null, Duration.ofMinutes(10), 2),
                        new Retention(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(365)),
                        WebhookSettings.OFF,
                        null));
        assertThat(configuration.warnings()).isEmpty();
    }

    @Test
    void the_parameters_of_scenes_are_these() {
        assertThat(standard().scenes())
                .isEqualTo(new SceneParameters(
                        4,
                        "video",
                        "expressive and natural, with clear body language and a consistent appearance",
                        "cinematic, realistic light, rich detail, smooth camera movement",
                        "front"));
    }

    @Test
    void the_parameters_of_characters_are_these() {
        assertThat(standard().character())
                .isEqualTo(new CharacterParameters(
                        new AspectRatio(1, 1), 1, ImageFormat.PNG, null, "block_medium_and_above", "allow_adult"));
    }

    @Test
    void the_parameters_of_clips_are_these() {
        assertThat(standard().video())
                .isEqualTo(new VideoParameters(
                        new AspectRatio(16, 9), Duration.ofSeconds(8), new Resolution(720), true, null));
    }

    @Test
    void the_parameters_of_films_are_these() {
        assertThat(standard().film())
                .isEqualTo(new FilmParameters(
                        ClipAudio.KEEP,
                        Transition.CUT,
                        Duration.ofMillis(500),
                        Duration.ZERO,
                        Fit.PAD,
                        FilmLength.VIDEO,
                        4,
                        "a woman in her late twenties with shoulder-length curly dark brown hair, warm brown skin and"
                                + " brown eyes, wearing a mustard-yellow raincoat over a white T-shirt, blue jeans and"
                                + " white sneakers, with a small red backpack"));
    }

    @Test
    void the_parameters_of_sequences_are_these() {
        assertThat(standard().images().backend()).isEqualTo("comfyui");
        assertThat(standard().images().size()).isEqualTo(new FrameSize(1024, 576));
        assertThat(standard().images().sampling()).isEqualTo(new Sampling("euler_ancestral", 20, 7.0, null));
        assertThat(standard().images().outputFormat()).isEqualTo(ImageFormat.PNG);
        assertThat(standard().images().sceneDuration()).isEqualTo(Duration.ofSeconds(5));
        assertThat(standard().images().negativePrompt()).isNull();
        assertThat(standard().images().weights()).isEqualTo(new TraitWeights(1.3, 1.2, 1.1, 1.2));
        assertThat(standard().images().balance().strongColours()).contains("red", "crimson", "blue");
        assertThat(standard().images().balance().limit()).isEqualTo(1.2);
        assertThat(standard().images().balance().grading())
                .containsExactly("cinematic color grading", "natural color balance", "balanced contrast");
        assertThat(standard().images().balance().quality())
                .containsExactly("high quality", "highly detailed", "sharp focus");
    }

    @Test
    void no_model_is_told_weights_that_it_may_not_understand() {
        assertThat(configuration.backends())
                .flatExtracting(b -> b.models(Kind.IMAGE))
                .extracting(ModelSpec::weightedPrompts)
                .containsOnly(false);
    }

    @Test
    void the_flavors_are_these() {
        assertThat(configuration.flavors().all())
                .extracting(Flavor::name)
                .containsExactly("default", "anime", "documentary", "noir");
        assertThat(configuration.flavors().all())
                .extracting(Flavor::description)
                .doesNotContain("");
    }

    @Test
    void the_backends_are_these_in_this_order() {
        assertThat(configuration.backends())
                .extracting(b -> b.backend() + " " + b.credentialVariables() + " " + models(b) + " "
                        + new TreeMap<>(b.options()))
                .containsExactly(
                        "replicate [REPLICATE_API_TOKEN, REPLICATE_API_KEY]"
                                + " image [google/imagen-4, google/imagen-4-fast, google/imagen-4-ultra,"
                                + " google/nano-banana, black-forest-labs/flux-1.1-pro, black-forest-labs/flux-dev,"
                                + " black-forest-labs/flux-schnell]"
                                + " video [google/veo-3.1, google/veo-3.1-fast, google/veo-3]"
                                + " {base_url=https://api.replicate.com/v1, calls_per_minute=2400,"
                                + " output_hosts=replicate.delivery, *.replicate.delivery}",
                        "gemini [GEMINI_API_KEY, GOOGLE_API_KEY] scenes [gemini-3.7-flash, gemini-2.5-flash]"
                                + " image [gemini-3.1-flash-image, gemini-3-pro-image, imagen-4.0-generate-001]"
                                + " video [gemini-omni-1.2-flash, veo-3.1-generate-preview,"
                                + " veo-3.1-fast-generate-preview]"
                                + " {api_version=v1beta, base_url=https://generativelanguage.googleapis.com,"
                                + " repairs=2, timeout_seconds=300}",
                        "openai [OPENAI_API_KEY] scenes [gpt-5.4-mini]"
                                + " {base_url=https://api.openai.com/v1, repairs=2, response_format=json_schema,"
                                + " timeout_seconds=300}",
                        "comfyui [MV_COMFYUI_URLS] image [stable-diffusion-3.5-large] video [wan-2.2-ti2v-5b]"
                                + " {timeout_seconds=30}",
                        "preview [] scenes [storyboard] image [card] video [animatic] {}");
    }

    private static String models(BackendSettings backend) {
        return List.of(Kind.values()).stream()
                .filter(backend.models()::containsKey)
                .map(k -> k.word() + " "
                        + backend.models(k).stream().map(m -> m.model().name()).toList())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    @Test
    void a_clip_of_replicate_is_as_long_and_large_as_its_first_model_makes_them() {
        ModelSpec veo = configuration.backends().get(0).models(Kind.VIDEO).get(0);

        assertThat(shown(List.of(veo)))
                .isEqualTo(
                        "[ASPECT_RATIO, DURATION, GENERATE_AUDIO, LAST_FRAME, NEGATIVE_PROMPT, REFERENCE_IMAGE, RESOLUTION, SEED] []"
                                + " [16:9, 9:16] 4, 6 or 8 seconds [1080p, 720p] [] 3 1");
        assertThat(veo.capabilities().references().condition()).isEqualTo("16:9 and 8 seconds");
        assertThat(veo.inputs().name("first_frame")).contains("image");
        assertThat(veo.inputs().name("reference_images")).contains("reference_images");
    }

    @Test
    void every_image_model_of_replicate_spells_jpeg_its_way() {
        assertThat(configuration.backends().get(0).models(Kind.IMAGE))
                .hasSize(7)
                .allSatisfy(model ->
                        assertThat(model.inputs().word("output_format", "jpeg")).isEqualTo("jpg"));
    }

    @Test
    void replicate_is_asked_every_two_seconds_and_seldom_when_it_tells() {
        assertThat(configuration.backends().get(0).pace())
                .isEqualTo(new Pace(Duration.ofSeconds(2), Duration.ofSeconds(30)));
        assertThat(configuration.backends().get(1).pace()).isEqualTo(Pace.USUAL);
    }

    @Test
    void models_of_gemini_are_asked_in_ways_of_their_own() {
        BackendSettings gemini = configuration.backends().get(1);

        assertThat(gemini.models(Kind.IMAGE))
                .extracting(ModelSpec::call)
                .containsExactly("generate_content", "generate_content", "predict");
        assertThat(gemini.models(Kind.VIDEO))
                .extracting(ModelSpec::call)
                .containsExactly("interactions", "long_running", "long_running");
        assertThat(gemini.models(Kind.SCENES)).extracting(ModelSpec::call).containsOnlyNulls();
    }

    @Test
    void gemini_warns_about_what_its_clips_cannot_have() {
        assertThat(configuration.backends().get(1).models(Kind.VIDEO))
                .allSatisfy(model -> assertThat(model.capabilities().lenient())
                        .contains(Parameter.DURATION, Parameter.GENERATE_AUDIO, Parameter.REFERENCE_IMAGE));
    }

    @Test
    void openai_leaves_seeds_out() {
        assertThat(shown(configuration.backends().get(2).models(Kind.SCENES))).isEqualTo("[] [SEED] [] none [] [] 0 0");
    }

    @Test
    void each_backend_is_of_the_adapter_with_its_name() {
        assertThat(configuration.backends())
                .allSatisfy(b -> assertThat(b.adapter()).isEqualTo(b.backend().name()));
    }

    @Test
    void the_preview_can_do_this() {
        Map<Kind, List<ModelSpec>> models = configuration.backends().get(4).models();
        assertThat(shown(models.get(Kind.SCENES))).isEqualTo("[SEED] [] [] none [] [] 0 0");
        assertThat(shown(models.get(Kind.IMAGE)))
                .isEqualTo("[ASPECT_RATIO, NUM_IMAGES, OUTPUT_FORMAT, SEED]"
                        + " [NEGATIVE_PROMPT, PERSON_GENERATION, REFERENCE_IMAGE, SAFETY_FILTER_LEVEL]"
                        + " [1:1, 16:9, 9:16, 4:3, 3:4, 3:2, 2:3, 21:9, 4:5, 5:4] none [] [PNG, JPEG, WEBP] 0 4");
        assertThat(shown(models.get(Kind.VIDEO)))
                .isEqualTo(
                        "[ASPECT_RATIO, DURATION, GENERATE_AUDIO, NEGATIVE_PROMPT, REFERENCE_IMAGE, RESOLUTION, SEED]"
                                + " [REFERENCE_IMAGE]"
                                + " [16:9, 9:16, 1:1, 4:3, 3:4, 3:2, 2:3, 21:9, 4:5, 5:4] 1 to 60 seconds"
                                + " [720p, 480p, 1080p] [] 1 1");
    }

    private static String shown(List<ModelSpec> models) {
        Capabilities can = models.get(0).capabilities();
        return String.join(
                " ",
                List.of(
                        can.honoured().stream()
                                .map(Enum::name)
                                .sorted()
                                .toList()
                                .toString(),
                        can.lenient().stream().map(Enum::name).sorted().toList().toString(),
                        can.aspectRatios().toString(),
                        can.durations().toString(),
                        can.resolutions().toString(),
                        can.imageFormats().toString(),
                        String.valueOf(can.references().max()),
                        String.valueOf(can.maxImages())));
    }
}
