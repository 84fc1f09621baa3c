package dev.mvstudio.adapter.gemini;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the beans of a {@link GeminiConfiguration}, where there is one. None connects by itself. */
@Factory
@Requires(condition = GeminiFactory.UsableConfiguration.class)
final class GeminiFactory {
    @Singleton
    @Bean(preDestroy = "close")
    GeminiClient client(GeminiConfiguration configuration, Clock clock) {
        return new GeminiClient(configuration, clock);
    }

    @Singleton
    GeminiSceneWriter scenes(GeminiClient client) {
        return new GeminiSceneWriter(client);
    }

    @Singleton
    GeminiImageModel images(GeminiClient client) {
        return new GeminiImageModel(client);
    }

    @Singleton
    GeminiVideoModel clips(GeminiClient client) {
        return new GeminiVideoModel(client);
    }

    /** Without a key there is no Gemini. */
    static final class UsableConfiguration implements Condition {
        @Override
        @SuppressWarnings("rawtypes") // as the interface has it
        public boolean matches(ConditionContext context) {
            return context.getBeanContext().findBean(GeminiConfiguration.class).isPresent();
        }
    }
}
