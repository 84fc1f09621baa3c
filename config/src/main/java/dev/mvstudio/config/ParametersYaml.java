package dev.mvstudio.config;

import dev.mvstudio.application.flavor.CharacterParameters;
import dev.mvstudio.application.flavor.FilmParameters;
import dev.mvstudio.application.flavor.ImageParameters;
import dev.mvstudio.application.flavor.SceneParameters;
import dev.mvstudio.application.flavor.VideoParameters;
import dev.mvstudio.config.source.Form;
import dev.mvstudio.config.source.Section;
import dev.mvstudio.domain.film.ClipAudio;
import dev.mvstudio.domain.film.FilmLength;
import dev.mvstudio.domain.film.Fit;
import dev.mvstudio.domain.film.Transition;
import java.math.BigDecimal;
import java.time.Duration;

/** What a {@code parameters.yaml} says. */
record ParametersYaml(
        SceneParameters scenes,
        CharacterParameters character,
        VideoParameters video,
        FilmParameters film,
        ImageParameters images) {
    static ParametersYaml read(Section s) {
        return new ParametersYaml(
                s.section("scenes", ParametersYaml::scenes),
                s.section("character", ParametersYaml::character),
                s.section("video", ParametersYaml::video),
                s.section("film", ParametersYaml::film),
                ImagesYaml.read(s));
    }

    private static SceneParameters scenes(Section s) {
        return new SceneParameters(
                s.get("number_of_scenes", Form.integer(1, 50)),
                s.get("video_type", Form.text()),
                s.get("character_characteristics", Form.text()),
                s.get("video_characteristics", Form.text()),
                s.get("camera_angle", Form.text()));
    }

    private static CharacterParameters character(Section s) {
        return new CharacterParameters(
                s.get("aspect_ratio", Forms.RATIO),
                s.get("num_images", Form.integer(1, 4)),
                s.get("output_format", Forms.IMAGE_FORMAT),
                s.find("negative_prompt", Form.text()),
                s.find("safety_filter_level", Form.text()),
                s.find("person_generation", Form.text()));
    }

    private static VideoParameters video(Section s) {
        return new VideoParameters(
                s.get("aspect_ratio", Forms.RATIO),
                s.get("duration", Form.integer(1, 3_600).map(Duration::ofSeconds)),
                s.get("resolution", Forms.RESOLUTION),
                s.get("generate_audio", Form.truth()),
                s.find("negative_prompt", Form.text()));
    }

    private static FilmParameters film(Section s) {
        return new FilmParameters(
                s.get("clip_audio", Form.oneOf(ClipAudio.class)),
                s.get("transition", Form.oneOf(Transition.class)),
                s.get("transition_seconds", Form.decimal(0, 10).map(ParametersYaml::seconds)),
                s.get("fade_out_seconds", Form.decimal(0, 60).map(ParametersYaml::seconds)),
                s.get("fit", Form.oneOf(Fit.class)),
                s.get("length", Form.oneOf(FilmLength.class)),
                s.get("max_parallel", Form.integer(1, 50)),
                s.get("character", Form.text()));
    }

    private static Duration seconds(BigDecimal seconds) {
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }
}
