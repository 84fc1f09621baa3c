package dev.mvstudio.adapter.local.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.adapter.local.LocalConfiguration;
import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.scene.SceneWriter;
import dev.mvstudio.domain.video.VideoModel;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewFactoryTest {
    @TempDir
    Path folder;

    @Test
    void the_preview_has_a_bean_for_every_kind_and_making_them_touches_nothing() {
        Path dataDir = folder.resolve("data");
        try (ApplicationContext context = ApplicationContext.builder()
                .singletons(LocalConfiguration.in(dataDir))
                .start()) {
            Backend preview = new Backend("preview");

            assertThat(context.getBean(SceneWriter.class).backend()).isEqualTo(preview);
            assertThat(context.getBean(ImageModel.class).backend()).isEqualTo(preview);
            assertThat(context.getBean(VideoModel.class).backend()).isEqualTo(preview);
            assertThat(dataDir).doesNotExist();
        }
    }
}
