package dev.mvstudio.adapter.openai;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Makes the writers of all {@link OpenAiConfiguration}s that there are. */
@Factory
final class OpenAiFactory {
    @Singleton
    @Bean(preDestroy = "close")
    OpenAiSceneWriters scenes(List<OpenAiConfiguration> configurations, Clock clock) {
        return new OpenAiSceneWriters(configurations, clock);
    }
}
