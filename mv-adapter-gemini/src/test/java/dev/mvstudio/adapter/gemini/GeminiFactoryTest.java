package dev.mvstudio.adapter.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.scene.SceneWriter;
import dev.mvstudio.domain.video.VideoModel;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeminiFactoryTest {
    private static ApplicationContext context(Object... singletons) {
        return ApplicationContext.builder().singletons(singletons).start();
    }

    @Test
    void an_account_has_scenes_images_and_clips() {
        GeminiConfiguration configuration = GeminiConfiguration.of(
                Account.settings(Map.of(), Map.of(), "AIzaX"), Path.of("unused"), Duration.ofMinutes(1));

        try (ApplicationContext context = context(configuration, Clock.systemUTC())) {
            assertThat(context.getBean(SceneWriter.class).backend()).isEqualTo(Account.GEMINI);
            assertThat(context.getBean(ImageModel.class).backend()).isEqualTo(Account.GEMINI);
            assertThat(context.getBean(VideoModel.class).backend()).isEqualTo(Account.GEMINI);
        }
    }

    @Test
    void without_a_configuration_there_is_no_gemini() {
        try (ApplicationContext context = context()) {
            assertThat(context.getBeansOfType(SceneWriter.class)).isEmpty();
        }
    }
}
