package dev.mvstudio.adapter.openai;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import java.time.Clock;

/** Makes a writer for each {@link OpenAiConfiguration}. None connects by itself. */
@Factory
final class OpenAiFactory {
    @EachBean(OpenAiConfiguration.class)
    @Bean(preDestroy = "close")
    OpenAiSceneWriter scenes(OpenAiConfiguration configuration, Clock clock) {
        return new OpenAiSceneWriter(configuration, clock);
    }
}
