package dev.mvstudio.cli;

import dev.mvstudio.application.flavor.CharacterParameters;
import dev.mvstudio.application.flavor.FilmParameters;
import dev.mvstudio.application.flavor.Flavor;
import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.application.flavor.ImageParameters;
import dev.mvstudio.application.flavor.Prompts;
import dev.mvstudio.application.flavor.SceneParameters;
import dev.mvstudio.application.flavor.VideoParameters;
import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Durations;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.asset.Resolution;
import dev.mvstudio.domain.cost.Money;
import dev.mvstudio.domain.cost.Price;
import dev.mvstudio.domain.film.ClipAudio;
import dev.mvstudio.domain.film.FilmLength;
import dev.mvstudio.domain.film.Fit;
import dev.mvstudio.domain.film.Transition;
import dev.mvstudio.domain.image.Sampling;
import dev.mvstudio.domain.prompt.ColourBalance;
import dev.mvstudio.domain.prompt.PromptTemplate;
import dev.mvstudio.domain.prompt.TraitWeights;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Capabilities;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Lane;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.provider.References;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Backends and flavors to test with. */
final class Specs {
    static final Backend FAKE = new Backend("fake");
    static final Backend LOCKED = new Backend("locked");

    private Specs() {}

    static Capabilities everything() {
        return new Capabilities(
                EnumSet.allOf(Parameter.class),
                Set.of(),
                List.of(new AspectRatio(16, 9), new AspectRatio(9, 16), new AspectRatio(1, 1)),
                Durations.between(1, 60),
                List.of(new Resolution(720), new Resolution(1080)),
                List.of(ImageFormat.PNG, ImageFormat.JPEG),
                new References(3),
                4);
    }

    static ModelSpec model(String name, Capabilities capabilities) {
        Money half = new Money(new BigDecimal("0.50"), Currency.getInstance("USD"));
        return new ModelSpec(new Model(name), capabilities, new Price(half, Price.Unit.SECOND));
    }

    /** {@link #LOCKED} lacks its credential, {@link #FAKE} can do everything. */
    static List<BackendSettings> backends() {
        List<ModelSpec> models = List.of(model("one", everything()), model("two", everything()));
        return List.of(
                new BackendSettings(
                        LOCKED,
                        Map.of(Kind.VIDEO, List.of(model("gate", everything()))),
                        List.of("LOCKED_TOKEN", "LOCKED_KEY"),
                        null,
                        Map.of(),
                        Lane.open(LOCKED.name())),
                new BackendSettings(
                        FAKE,
                        Map.of(Kind.SCENES, models, Kind.IMAGE, models, Kind.VIDEO, models),
                        List.of(),
                        null,
                        Map.of(),
                        Lane.open(FAKE.name())));
    }

    static Flavors flavors() {
        return new Flavors(List.of(flavor(Flavor.DEFAULT, 8), flavor("short", 2)));
    }

    private static Flavor flavor(String name, int seconds) {
        return new Flavor(
                name,
                "for tests",
                new SceneParameters(4, "video", "curious", "bright", "front"),
                new CharacterParameters(new AspectRatio(1, 1), 1, ImageFormat.PNG, null, "strict", null),
                new VideoParameters(
                        new AspectRatio(16, 9), Duration.ofSeconds(seconds), new Resolution(720), true, null),
                new FilmParameters(
                        ClipAudio.KEEP,
                        Transition.CUT,
                        Duration.ofMillis(500),
                        Duration.ZERO,
                        Fit.PAD,
                        FilmLength.VIDEO,
                        2,
                        "a dog"),
                images(),
                new Prompts(
                        new PromptTemplate("{number_of_scenes} scenes of a {video_type} about {idea}, starring"
                                + " {character_description} ({character_characteristics}), {video_characteristics},"
                                + " from the {camera_angle}"),
                        new PromptTemplate("A reference sheet of {character_description}"),
                        new PromptTemplate("Keep {aspect_ratio} for {duration} seconds")));
    }

    private static ImageParameters images() {
        return new ImageParameters(
                null,
                new FrameSize(1024, 576),
                new Sampling("euler_ancestral", 20, 7.0, null),
                ImageFormat.PNG,
                Duration.ofSeconds(4),
                null,
                new TraitWeights(1.3, 1.2, 1.1, 1.2),
                new ColourBalance(Set.of("red", "crimson"), 1.2, List.of("color grading"), List.of("best quality")));
    }
}
