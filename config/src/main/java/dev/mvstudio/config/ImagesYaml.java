package dev.mvstudio.config;

import dev.mvstudio.application.flavor.ImageParameters;
import dev.mvstudio.config.source.Form;
import dev.mvstudio.config.source.Section;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.image.Sampling;
import dev.mvstudio.domain.prompt.ColourBalance;
import dev.mvstudio.domain.prompt.TraitWeights;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;

/** Reads what a {@code parameters.yaml} says of the images of sequences, and of their prompts. */
final class ImagesYaml {
    private static final Form<Double> WEIGHT = Form.decimal(0, 2).map(BigDecimal::doubleValue);

    /** The two sections. */
    private record Prompts(TraitWeights weights, ColourBalance balance) {}

    private ImagesYaml() {}

    static ImageParameters read(Section parameters) {
        Prompts prompts = parameters.section("image_prompts", ImagesYaml::prompts);
        return parameters.section("images", s -> images(s, prompts));
    }

    private static ImageParameters images(Section s, Prompts prompts) {
        Form<Integer> side = Form.integer(64, 8_192);
        return new ImageParameters(
                s.find("backend", Form.text()),
                new FrameSize(s.get("width", side), s.get("height", side)),
                new Sampling(
                        s.get("sampler", Form.text()),
                        s.get("steps", Form.integer(1, 10_000)),
                        s.get("cfg_scale", Form.decimal(0, 100).map(BigDecimal::doubleValue)),
                        null),
                s.get("output_format", Forms.IMAGE_FORMAT),
                s.get("scene_duration", Form.integer(1, 3_600).map(Duration::ofSeconds)),
                s.find("negative_prompt", Form.text()),
                prompts.weights(),
                prompts.balance());
    }

    private static Prompts prompts(Section s) {
        return new Prompts(
                new TraitWeights(
                        s.get("base_traits_weight", WEIGHT),
                        s.get("facial_features_weight", WEIGHT),
                        s.get("clothing_weight", WEIGHT),
                        s.get("distinctive_features_weight", WEIGHT)),
                new ColourBalance(
                        Set.copyOf(s.list("strong_colours", Form.text())),
                        s.get("strong_colour_limit", Form.decimal(1, 2).map(BigDecimal::doubleValue)),
                        s.list("grading", Form.text()),
                        s.list("quality", Form.text())));
    }
}
