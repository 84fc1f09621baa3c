package dev.mvstudio.domain.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.provider.Model;
import org.junit.jupiter.api.Test;

class SceneRequestTest {
    @Test
    void only_the_prompt_changes_when_it_is_filled_in() {
        SceneRequest bare =
                new SceneRequest(new Model("m"), "idea", "robot", "shy", 4, "video", "dark", "front", 0L, "");

        SceneRequest filled = bare.withPrompt("4 scenes about idea");

        assertThat(filled.prompt()).isEqualTo("4 scenes about idea");
        assertThat(filled.withPrompt("")).isEqualTo(bare);
    }
}
