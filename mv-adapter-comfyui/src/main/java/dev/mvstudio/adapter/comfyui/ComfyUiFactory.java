package dev.mvstudio.adapter.comfyui;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Makes the beans of a {@link ComfyUiConfiguration}, where there is one. None connects by itself. */
@Factory
@Requires(condition = ComfyUiFactory.UsableConfiguration.class)
final class ComfyUiFactory {
    @Singleton
    @Bean(preDestroy = "close")
    ComfyUiClient client(ComfyUiConfiguration configuration) {
        return new ComfyUiClient(configuration, new SecureRandom());
    }

    @Singleton
    ComfyUiImageModel images(ComfyUiClient client) {
        return new ComfyUiImageModel(client);
    }

    @Singleton
    ComfyUiVideoModel clips(ComfyUiClient client) {
        return new ComfyUiVideoModel(client);
    }

    @Singleton
    ComfyUiCheckup checkup(ComfyUiClient client) {
        return new ComfyUiCheckup(client);
    }

    /** Without servers there is no ComfyUI. */
    static final class UsableConfiguration implements Condition {
        @Override
        @SuppressWarnings("rawtypes") // as the interface has it
        public boolean matches(ConditionContext context) {
            return context.getBeanContext().findBean(ComfyUiConfiguration.class).isPresent();
        }
    }
}
