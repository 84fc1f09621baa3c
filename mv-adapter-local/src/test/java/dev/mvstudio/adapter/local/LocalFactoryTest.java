package dev.mvstudio.adapter.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mvstudio.adapter.local.asset.ImageLimits;
import dev.mvstudio.adapter.local.film.Ffmpeg;
import dev.mvstudio.adapter.local.webhook.WebhookConfiguration;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.MediaProbe;
import dev.mvstudio.domain.asset.RemoteFiles;
import dev.mvstudio.domain.film.VideoEditor;
import dev.mvstudio.domain.webhook.WebhookSender;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFactoryTest {
    @TempDir
    Path folder;

    @Test
    void every_port_has_one_bean_and_making_it_touches_nothing() {
        Path dataDir = folder.resolve("data");
        try (ApplicationContext context = ApplicationContext.builder()
                .singletons(LocalConfiguration.in(dataDir))
                .start()) {
            List<Class<?>> ports = List.of(
                    AssetStore.class,
                    MediaProbe.class,
                    VideoEditor.class,
                    RemoteFiles.class,
                    Ffmpeg.class,
                    WebhookSender.class);

            assertThat(ports)
                    .allSatisfy(port -> assertThat(context.getBean(port)).isSameAs(context.getBean(port)));
            assertThat(dataDir).doesNotExist();
        }
    }

    @Test
    void all_defaults() {
        assertThat(LocalConfiguration.in(folder))
                .isEqualTo(new LocalConfiguration(
                        folder,
                        null,
                        Duration.ofMinutes(10),
                        Runtime.getRuntime().availableProcessors(),
                        new ImageLimits(40_000_000, 16_384),
                        20_000_000,
                        WebhookConfiguration.OFF));
    }

    @Test
    void settings_that_cannot_work_are_refused() {
        ImageLimits limits = ImageLimits.USUAL;
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new LocalConfiguration(folder, null, Duration.ZERO, 1, limits, 1, WebhookConfiguration.OFF));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalConfiguration(
                        folder, null, Duration.ofSeconds(1), 0, limits, 1, WebhookConfiguration.OFF));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalConfiguration(
                        folder, null, Duration.ofSeconds(1), 1, limits, 0, WebhookConfiguration.OFF));
    }
}
