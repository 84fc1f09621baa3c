package dev.mvstudio.adapter.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.provider.Checkup;
import dev.mvstudio.domain.video.VideoModel;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Test;

class ComfyUiFactoryTest {
    @Test
    void servers_make_images_and_clips_and_are_looked_after() {
        try (ApplicationContext context = ApplicationContext.builder()
                .singletons(Servers.configuration("http://127.0.0.1:8188"))
                .start()) {
            assertThat(context.getBean(ImageModel.class).backend()).isEqualTo(Servers.COMFYUI);
            assertThat(context.getBean(VideoModel.class).backend()).isEqualTo(Servers.COMFYUI);
            assertThat(context.getBean(Checkup.class).subject()).isEqualTo("comfyui");
        }
    }

    @Test
    void without_servers_there_is_no_comfyui() {
        try (ApplicationContext context = ApplicationContext.builder().start()) {
            assertThat(context.getBeansOfType(ImageModel.class)).isEmpty();
        }
    }
}
