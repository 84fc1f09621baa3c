package dev.mvstudio.adapter.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.provider.NoticeReceiver;
import dev.mvstudio.domain.video.VideoModel;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplicateFactoryTest {
    private static ApplicationContext context(Object... singletons) {
        return ApplicationContext.builder().singletons(singletons).start();
    }

    private static ReplicateConfiguration configuration(String token) {
        return new ReplicateConfiguration(Account.settings(Map.of(), token), null, Duration.ofMinutes(10), null);
    }

    @Test
    void an_account_has_clips_images_and_notices() {
        try (ApplicationContext context = context(configuration("r8_x"))) {
            assertThat(context.getBean(VideoModel.class).backend()).isEqualTo(Account.REPLICATE);
            assertThat(context.getBean(ImageModel.class).backend()).isEqualTo(Account.REPLICATE);
            assertThat(context.getBean(NoticeReceiver.class).backend()).isEqualTo(Account.REPLICATE);
        }
    }

    @Test
    void without_a_credential_there_is_no_replicate() {
        try (ApplicationContext context = context(configuration(null))) {
            assertThat(context.getBeansOfType(VideoModel.class)).isEmpty();
            assertThat(context.getBeansOfType(ImageModel.class)).isEmpty();
            assertThat(context.getBeansOfType(NoticeReceiver.class)).isEmpty();
        }
    }

    @Test
    void without_a_configuration_there_is_no_replicate() {
        try (ApplicationContext context = context()) {
            assertThat(context.getBeansOfType(VideoModel.class)).isEmpty();
            assertThat(context.getBeansOfType(NoticeReceiver.class)).isEmpty();
        }
    }

    @Test
    void a_configuration_may_come_from_a_factory() {
        try (ApplicationContext context = ApplicationContext.run(Map.of("test.replicate", "r8_x"))) {
            assertThat(context.getBeansOfType(VideoModel.class)).hasSize(1);
            assertThat(context.getBeansOfType(NoticeReceiver.class)).hasSize(1);
        }
    }

    @Test
    void a_factory_may_say_that_there_is_no_such_backend() {
        try (ApplicationContext context = ApplicationContext.run(Map.of("test.replicate", "off"))) {
            assertThat(context.getBeansOfType(VideoModel.class)).isEmpty();
            assertThat(context.getBeansOfType(NoticeReceiver.class)).isEmpty();
        }
    }
}
