package dev.mvstudio.domain.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.provider.Model;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SceneCheckTest {
    private static final Scene FINE = new Scene("A robot waves.", "blurry");

    private static List<String> faults(int asked, Scene... scenes) {
        return SceneCheck.faults(request(asked), List.of(scenes));
    }

    static SceneRequest request(int numberOfScenes) {
        return new SceneRequest(
                new Model("m"),
                "an idea",
                "a robot",
                "shy",
                numberOfScenes,
                "video",
                "bright",
                "front",
                null,
                "Write!");
    }

    @Test
    void scenes_as_they_were_asked_for_have_no_fault() {
        assertThat(faults(2, FINE, new Scene("x", ""))).isEmpty();
    }

    @Test
    void fewer_and_more_scenes_are_counted() {
        assertThat(faults(2, FINE)).containsExactly("There are 1 scenes instead of exactly 2.");
        assertThat(faults(1, FINE, FINE)).containsExactly("There are 2 scenes instead of exactly 1.");
    }

    @Test
    void every_scene_that_is_blank_is_named() {
        assertThat(faults(3, FINE, new Scene(" \n", ""), new Scene("", "")))
                .containsExactly("The description of scene 2 is blank.", "The description of scene 3 is blank.");
    }

    @Test
    void a_description_has_room_for_the_longest_look_of_a_character() {
        assertThat(faults(1, new Scene("x".repeat(10_000), "y".repeat(5_000)))).isEmpty();
        assertThat(faults(1, new Scene("x".repeat(10_001), "y".repeat(5_001))))
                .containsExactly(
                        "The description of scene 1 has 10001 characters, and may have at most 10000.",
                        "The negative description of scene 1 has 5001 characters, and may have at most 5000.");
    }

    @Test
    void not_more_faults_are_told_than_help() {
        List<String> faults = SceneCheck.faults(request(50), Collections.nCopies(50, new Scene("", "")));

        assertThat(faults).hasSize(11).last().isEqualTo("There are 40 more faults of these kinds.");
    }
}
