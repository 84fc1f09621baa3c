package dev.mvstudio.testkit.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneRequest;
import dev.mvstudio.domain.scene.SceneWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link SceneWriter} must keep to. */
public abstract class SceneWriterContract {
    /** The writer under test. Where a fake server answers for it, it answers with as many scenes as are asked for. */
    protected abstract SceneWriter writer();

    /** A model that the writer has. */
    protected abstract Model model();

    protected final SceneRequest request(int numberOfScenes) {
        return SceneRequests.plain(model(), numberOfScenes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 50})
    void there_are_exactly_as_many_scenes_as_were_asked_for(int numberOfScenes) {
        List<Scene> scenes = writer().write(request(numberOfScenes), answer -> {});

        assertThat(scenes).hasSize(numberOfScenes);
        assertThat(scenes)
                .allSatisfy(scene -> assertThat(scene.description()).isNotBlank())
                .allSatisfy(scene -> assertThat(scene.negativeDescription()).isNotNull());
    }

    @Test
    void describing_a_call_is_repeatable() {
        assertThat(writer().describe(request(3))).isEqualTo(writer().describe(request(3)));
    }

    @Test
    void the_call_names_the_number_of_scenes_or_holds_the_prompt() {
        assertThat(writer().describe(request(3)).body())
                .isNotEqualTo(writer().describe(request(4)).body());
    }
}
