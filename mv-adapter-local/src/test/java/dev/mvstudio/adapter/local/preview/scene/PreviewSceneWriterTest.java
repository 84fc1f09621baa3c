package dev.mvstudio.adapter.local.preview.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.adapter.local.preview.drawing.Dice;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneRequest;
import dev.mvstudio.domain.scene.SceneWriter;
import dev.mvstudio.testkit.scene.SceneWriterContract;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewSceneWriterTest extends SceneWriterContract {
    private final PreviewSceneWriter writer = new PreviewSceneWriter();

    @Override
    protected SceneWriter writer() {
        return writer;
    }

    @Override
    protected Model model() {
        return PreviewSceneWriter.MODEL;
    }

    private static SceneRequest request(int scenes, @Nullable Long seed, String idea, String character, String angle) {
        return new SceneRequest(
                PreviewSceneWriter.MODEL,
                idea,
                character,
                "curious",
                scenes,
                "music video",
                "film grain",
                angle,
                seed,
                "p");
    }

    private SceneRequest seeded(@Nullable Long seed) {
        return request(8, seed, "a lost kite", "a fox", "front");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 20, 50})
    void no_two_scenes_are_the_same(int scenes) {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(writer.write(request(scenes, seed, "an idea", "a fox", "front"), answer -> {}))
                    .extracting(Scene::description)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void the_character_is_described_word_for_word_in_every_scene() {
        String character = "  a {silver} robot, 100% \"new\"; $1 \\n one teal eye ";

        assertThat(writer.write(request(6, 1L, "i", character, "front"), answer -> {}))
                .allSatisfy(scene -> assertThat(scene.description()).contains(character.strip()));
    }

    @Test
    void what_was_asked_for_stands_in_every_scene() {
        List<Scene> scenes = writer.write(request(6, 1L, "a {lost} kite", "a fox", "low angle"), answer -> {});

        assertThat(scenes)
                .allSatisfy(scene -> assertThat(scene.description())
                        .contains("a {lost} kite", "curious", "music video", "film grain", "low angle"));
    }

    @Test
    void every_scene_says_what_it_must_not_show() {
        assertThat(writer.write(seeded(1L), answer -> {}))
                .extracting(Scene::negativeDescription)
                .doesNotContain("");
    }

    @Test
    void the_same_seed_gives_the_same_scenes_and_another_one_gives_others() {
        assertThat(writer.write(seeded(7L), answer -> {})).isEqualTo(writer.write(seeded(7L), answer -> {}));
        assertThat(writer.write(seeded(7L), answer -> {})).isNotEqualTo(writer.write(seeded(8L), answer -> {}));
    }

    @Test
    void without_a_seed_the_request_decides_and_zero_is_a_seed() {
        assertThat(writer.write(seeded(null), answer -> {})).isEqualTo(writer.write(seeded(null), answer -> {}));
        assertThat(writer.write(seeded(null), answer -> {})).isNotEqualTo(writer.write(seeded(0L), answer -> {}));
    }

    @Test
    void a_story_opens_and_takes_leave() {
        for (int scenes = 2; scenes <= 50; scenes++) {
            List<Beat> beats = Storyboard.beats(scenes, Dice.of(1L));

            assertThat(beats).hasSize(scenes).startsWith(Beat.ESTABLISHING).endsWith(Beat.FAREWELL);
            assertThat(beats.indexOf(Beat.TURNING_POINT)).isLessThan(Math.max(1, beats.lastIndexOf(Beat.CLIMAX)));
        }
    }

    @Test
    void a_single_scene_opens() {
        assertThat(Storyboard.beats(1, Dice.of(1L))).containsExactly(Beat.ESTABLISHING);
    }

    @Test
    void the_first_sentence_fits_into_a_caption() {
        assertThat(writer.write(request(50, 3L, "an idea", "a fox", "front"), answer -> {}))
                .allSatisfy(
                        scene -> assertThat(scene.description().indexOf(". ")).isBetween(20, 150));
    }

    private List<String> captions(int scenes, @Nullable Long seed, String idea) {
        return writer.write(request(scenes, seed, idea, "a fox", "front"), answer -> {}).stream()
                .map(scene ->
                        scene.description().substring(0, scene.description().indexOf(". ")))
                .toList();
    }

    @Test
    void a_story_is_told_where_its_idea_takes_place() {
        assertThat(captions(8, 1L, "A tourist robot explores Austin, Texas")).satisfies(captions -> {
            assertThat(captions.get(0)).startsWith("Wide establishing shot: A tourist robot explores Austin, Texas — ");
            assertThat(captions.subList(1, 8))
                    .allSatisfy(caption -> assertThat(caption).contains(" in Austin, Texas: "));
        });
    }

    @Test
    void an_idea_without_a_place_is_quoted() {
        List<String> captions = captions(4, 1L, "a {lost} kite 🪁 wants to fly home. Then it rains.");

        assertThat(captions.get(0)).contains(": a {lost} kite 🪁 wants to fly home — ");
        assertThat(captions.subList(1, 4))
                .allSatisfy(caption -> assertThat(caption).contains(" from “a {lost} kite 🪁 wants to fly home”: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A tourist robot explores Austin, Texas", "a kite on a beach", "love", "ein Lied"})
    void no_place_and_no_hour_comes_twice_in_a_short_story(String idea) {
        for (long seed = 0; seed < 50; seed++) {
            List<Storyboard.Panel> panels =
                    Storyboard.draw(8, Locations.of(idea, Theme.of(idea), Dice.of(seed)), Dice.of(seed));

            assertThat(panels).extracting(Storyboard.Panel::place).doesNotHaveDuplicates();
            assertThat(panels).extracting(panel -> panel.light().time()).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "…",
                "?!",
                "🐉🐉🐉",
                "一个机器人探索城市。它很高兴。",
                "Dr. Who goes to Mars: The character: — alone. Why?",
                "ROBOT IN THE RAIN",
                "%s {0} $1 \\ \ud800"
            })
    void any_idea_makes_captions(String idea) {
        for (String text : List.of(idea, (idea + " ").repeat(200).strip(), idea.repeat(200))) {
            assertThat(captions(4, 1L, text)).allSatisfy(caption -> {
                assertThat(caption.length()).isBetween(20, 160);
                assertThat(caption).doesNotContain("\n").containsPattern(", (at|in|after) [a-z ]+$");
            });
        }
    }

    @Test
    void blank_wishes_are_left_out() {
        SceneRequest bare = new SceneRequest(PreviewSceneWriter.MODEL, "a kite", "a fox", "", 1, "", " ", "", null, "");

        assertThat(writer.write(bare, answer -> {}).get(0).description())
                .doesNotContain("Look", "Camera angle", "behaves");
    }

    @Test
    void another_model_and_too_many_scenes_are_refused() {
        SceneRequest foreign = new SceneRequest(new Model("gpt"), "i", "c", "", 1, "", "", "", null, "");

        assertThat(refusal(foreign)).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        assertThat(refusal(request(51, null, "i", "c", "front"))).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        assertThat(refusal(request(0, null, "i", "c", "front"))).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
    }

    private ErrorCode refusal(SceneRequest request) {
        return catchThrowableOfType(ProviderException.class, () -> writer.write(request, answer -> {}))
                .error()
                .code();
    }

    @Test
    void the_described_call_is_local() {
        assertThat(writer.describe(seeded(0L)).method()).isEqualTo("LOCAL");
        assertThat(writer.describe(seeded(0L)).target()).isEqualTo("preview/storyboard");
        assertThat(writer.describe(seeded(0L)).body()).containsEntry("seed", 0L);
        assertThat(writer.describe(seeded(null)).body()).doesNotContainKey("seed");
    }
}
