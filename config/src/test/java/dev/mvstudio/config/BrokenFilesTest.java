package dev.mvstudio.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults of the files other than settings.yaml. */
class BrokenFilesTest {
    private static final String FLAVOR = "flavors/noir/parameters.yaml";
    private static final String RULES = "prompts/video_rules.yaml";

    @TempDir
    Path root;

    static Stream<Arguments> others() {
        return Stream.of(
                in(
                        FLAVOR,
                        "film:\n  clip_audio: loud",
                        "flavors/noir/parameters.yaml:2:15: film.clip_audio: expected one of keep, mute, duck, found \"loud\""),
                in(
                        FLAVOR,
                        "video: {aspect_ratio: 16/9}",
                        "flavors/noir/parameters.yaml:1:23: video.aspect_ratio: expected a ratio such as 16:9, each side 1 to 99, found \"16/9\""),
                in(
                        FLAVOR,
                        "video: {resolution: 720}",
                        "flavors/noir/parameters.yaml:1:21: video.resolution: expected a resolution such as 720p, 120p to 4320p, found 720"),
                in(
                        FLAVOR,
                        "video: {durations: 5}",
                        "flavors/noir/parameters.yaml:1:9: video.durations: is unknown; did you mean duration?"),
                in(
                        FLAVOR,
                        "film: {transition_seconds: 11}",
                        "flavors/noir/parameters.yaml:1:28: film.transition_seconds: expected a number 0 to 10, found 11"),
                in(
                        FLAVOR,
                        "scenes: {number_of_scenes: 0}",
                        "flavors/noir/parameters.yaml:1:28: scenes.number_of_scenes: expected a whole number 1 to 50, found 0"),
                in(
                        FLAVOR,
                        "scenes: {camera_angle: ''}",
                        "flavors/noir/parameters.yaml:1:24: scenes.camera_angle: expected text, found \"\""),
                in(
                        FLAVOR,
                        "character: {output_format: gif}",
                        "flavors/noir/parameters.yaml:1:28: character.output_format: expected one of png, jpeg, webp, found \"gif\""),
                in(FLAVOR, "scenes: [1]", "flavors/noir/parameters.yaml:1:9: scenes: expected a mapping, found a list"),
                in(FLAVOR, "just text", "flavors/noir/parameters.yaml:1:1: expected a mapping, found \"just text\""),
                in(
                        FLAVOR,
                        "voice: {pitch: 1}",
                        "flavors/noir/parameters.yaml:1:1: voice: is unknown; known: character, film, image_prompts, images, scenes, video"),
                in(
                        FLAVOR,
                        "video: &v {duration: 5, x: *v}",
                        "flavors/noir/parameters.yaml:1:8: broken YAML: an alias must not contain itself",
                        "flavors/noir/parameters.yaml:1:25: video.x: is unknown; known: aspect_ratio, duration, generate_audio, negative_prompt, resolution"),
                in(FLAVOR, "[".repeat(20_000), "flavors/noir/parameters.yaml: broken YAML: it is nested too deeply"),
                in(
                        FLAVOR,
                        "a: 1\n---\nb: 2",
                        "flavors/noir/parameters.yaml:2:1: broken YAML: expected a single document in the stream, but found another document"),
                in(
                        "flavors/noir/flavor.yaml",
                        "# nothing",
                        "flavors/noir/flavor.yaml:1:1: description: is missing; expected text"),
                in(
                        "flavors/mine/parameters.yaml",
                        "# nothing",
                        "flavors/mine/flavor.yaml: is missing; expected it to say description: and one sentence"),
                in(
                        "flavors/Mine/flavor.yaml",
                        "description: mine",
                        "flavors/Mine/: expected lower-case letters, digits, hyphens and underscores, and not default"),
                in(
                        "flavors/default/flavor.yaml",
                        "description: mine",
                        "flavors/default/: expected lower-case letters, digits, hyphens and underscores, and not default"),
                in("setings.yaml", "", "setings.yaml: is no file of the configuration; did you mean settings.yaml?"),
                in("settings.yml", "", "settings.yml: is no file of the configuration; did you mean settings.yaml?"),
                in(
                        "flavors/noir/prompts/scene.yaml",
                        "",
                        "flavors/noir/prompts/scene.yaml: is no file of the configuration; did you mean flavors/noir/prompts/scenes.yaml?"),
                in(
                        "notes/readme.txt",
                        "",
                        "notes/readme.txt: is no file of the configuration; known: backends.yaml, parameters.yaml, prompts/character_reference.yaml, prompts/scenes.yaml, prompts/video_rules.yaml, settings.yaml"),
                in(
                        RULES,
                        "template: |\n  One\n  two {durations} s",
                        "prompts/video_rules.yaml:3:7: template: the placeholder {durations} is unknown; did you mean duration?"),
                in(
                        RULES,
                        "template: One two {durations} s",
                        "prompts/video_rules.yaml:1:11: template: the placeholder {durations} is unknown; did you mean duration?"),
                in(
                        RULES,
                        "template: |\n    One\n\n    two } s",
                        "prompts/video_rules.yaml:4:9: template: a brace that belongs to no placeholder; write {{ or }} for a brace"),
                in(
                        RULES,
                        "text: One",
                        "prompts/video_rules.yaml:1:1: template: is missing; expected text",
                        "prompts/video_rules.yaml:1:1: text: is unknown; known: template"),
                in(RULES, "template:", "prompts/video_rules.yaml:1:10: template: expected text, found nothing"),
                in(
                        "prompts/character_reference.yaml",
                        "template: A figure",
                        "prompts/character_reference.yaml:1:11: template: the placeholder {character_description} is missing"),
                in("backends.yaml", "# nothing", "backends.yaml:1:1: expected at least one backend"),
                in(
                        "backends.yaml",
                        "Replicate: {video: []}",
                        "backends.yaml:1:1: Replicate: expected a name of lower-case letters, digits and hyphens"),
                in(
                        "backends.yaml",
                        "mine: {}",
                        "backends.yaml:1:7: mine: expected at least one of scenes, image, video"),
                in(
                        "backends.yaml",
                        "mine: {adapter: Open AI, scenes: []}",
                        "backends.yaml:1:17: mine.adapter: expected the name of an adapter, such as openai, found \"Open AI\""),
                in(
                        "backends.yaml",
                        "mine: {vidoe: [], image: []}",
                        "backends.yaml:1:8: mine.vidoe: is unknown; did you mean video?"),
                in(
                        "backends.yaml",
                        "mine: {credentials: [r8_0123456789], image: []}",
                        "backends.yaml:1:8: mine.credentials: expected names of variables such as REPLICATE_API_TOKEN, never the secret itself"),
                in(
                        "backends.yaml",
                        "mine: {scenes: [{model: a, price: cheap}]}",
                        "backends.yaml:1:35: mine.scenes[0].price: expected free, or a price such as 0.40 USD per second (call, image, second), found \"cheap\""),
                in(
                        "backends.yaml",
                        "mine: {scenes: [{model: a, price: 1 USD per minute}]}",
                        "backends.yaml:1:35: mine.scenes[0].price: expected free, or a price such as 0.40 USD per second (call, image, second), found \"1 USD per minute\""),
                in(
                        "backends.yaml",
                        "mine: {scenes: [{price: free}]}",
                        "backends.yaml:1:17: mine.scenes[0].model: is missing; expected text"),
                in(
                        "backends.yaml",
                        "mine: {scenes: [{model: a, price: free, durations: [5]}]}",
                        "backends.yaml:1:41: mine.scenes[0].durations: is unknown; known: call, constants, honours, inputs, lenient, max_seed, model, price, words"),
                in(
                        "backends.yaml",
                        "mine: {scenes: [{model: a, price: free, honours: [sed]}]}",
                        "backends.yaml:1:51: mine.scenes[0].honours: expected one of seed, negative_prompt, generate_audio, last_frame, sampler, steps, cfg_scale, safety_filter_level, person_generation, found \"sed\""),
                in(
                        "backends.yaml",
                        "mine: {scenes: storyboard}",
                        "backends.yaml:1:16: mine.scenes: expected a list of mappings, found \"storyboard\""),
                in(
                        "backends.yaml",
                        "mine: {scenes: [storyboard]}",
                        "backends.yaml:1:17: mine.scenes[0]: expected a mapping, found \"storyboard\""),
                in(
                        "backends.yaml",
                        video("inputs: {promt: text}"),
                        "backends.yaml:1:139: mine.video[0].inputs.promt: is unknown; did you mean prompt?"),
                in(
                        "backends.yaml",
                        video("inputs: {seed: 'the seed'}"),
                        "backends.yaml:1:145: mine.video[0].inputs.seed: expected the model's name of an input, or none where it has no such input, found \"the seed\""),
                in(
                        "backends.yaml",
                        video("inputs: {duration: none}"),
                        "backends.yaml:1:139: mine.video[0].inputs.duration: none is only for what the model always does in the same way: list just one value for it"),
                in(
                        "backends.yaml",
                        video("words: {resolution: {1080p: large}}"),
                        "backends.yaml:1:151: mine.video[0].words.resolution.1080p: is none of the values 720p"),
                in(
                        "backends.yaml",
                        video("words: {seed: {0: none}}"),
                        "backends.yaml:1:138: mine.video[0].words.seed: is unknown; known: aspect_ratio, duration, generate_audio, resolution"),
                in(
                        "backends.yaml",
                        video("inputs: {seed: noise}, constants: {noise: 1}"),
                        "backends.yaml:1:153: mine.video[0].constants: noise is an input that a request fills"),
                in(
                        "backends.yaml",
                        video("constants: {go_fast: [1]}"),
                        "backends.yaml:1:151: mine.video[0].constants.go_fast: expected text, a whole number, true or false, found a list"),
                in(
                        "backends.yaml",
                        video("reference_images_only: {aspect_ratios: [wide]}"),
                        "backends.yaml:1:170: mine.video[0].reference_images_only.aspect_ratios: expected a ratio such as 16:9, each side 1 to 99, found \"wide\""),
                in(
                        "backends.yaml",
                        video("max_seed: -1"),
                        "backends.yaml:1:140: mine.video[0].max_seed: expected a whole number 0 to 9223372036854775807, found -1"),
                in(
                        "backends.yaml",
                        "mine: {scenes: [], poll_interval: 5}",
                        "backends.yaml:1:35: mine.poll_interval: expected a time 100 ms to 10 min, such as 90 s (ms, s, min, h), found 5"),
                in(
                        "backends.yaml",
                        "mine: {scenes: [], webhook_secrets: [whsec_abc]}",
                        "backends.yaml:1:20: mine.webhook_secrets: expected names of variables such as REPLICATE_API_TOKEN, never the secret itself"),
                in(
                        "backends.yaml",
                        "mine: {video: [{model: a, price: free, aspect_ratios: ['16:9'], resolutions: [], durations: [8-4], max_reference_images: 9}]}",
                        "backends.yaml:1:65: mine.video[0].resolutions: expected a list of at least one, each a resolution such as 720p, 120p to 4320p",
                        "backends.yaml:1:94: mine.video[0].durations: expected a number of seconds or a range such as 1-60, at most 3600, found \"8-4\"",
                        "backends.yaml:1:122: mine.video[0].max_reference_images: expected a whole number 0 to 3, found 9"));
    }

    /** A model that is right but for this. */
    private static String video(String more) {
        return "mine: {video: [{model: a, price: free, aspect_ratios: ['16:9'], resolutions: [720p], durations: [4, 8],"
                + " max_reference_images: 0, " + more + "}]}";
    }

    private static Arguments in(String file, String text, String... faults) {
        return Arguments.of(file, text, List.of(faults));
    }

    @ParameterizedTest
    @MethodSource("others")
    void a_fault_in_any_file_is_told_with_its_place(String file, String text, List<String> faults) {
        assertThat(new Folder(root).own(file, text).faults()).isEqualTo(faults);
    }
}
