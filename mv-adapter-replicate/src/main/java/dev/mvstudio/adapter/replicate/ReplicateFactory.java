package dev.mvstudio.adapter.replicate;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the beans of a {@link ReplicateConfiguration}, where there is one with a credential. None connects by itself. */
@Factory
@Requires(condition = ReplicateFactory.UsableConfiguration.class)
final class ReplicateFactory {
    @Singleton
    @Bean(preDestroy = "close")
    ReplicateClient client(ReplicateConfiguration configuration) {
        return new ReplicateClient(ReplicateSettings.of(configuration), Clock.systemUTC());
    }

    @Singleton
    ReplicateVideoModel clips(ReplicateClient client) {
        return new ReplicateVideoModel(client);
    }

    @Singleton
    ReplicateImageModel images(ReplicateClient client) {
        return new ReplicateImageModel(client);
    }

    @Singleton
    ReplicateNotices notices(ReplicateClient client) {
        return new ReplicateNotices(client);
    }

    /** Without a credential there is no Replicate. */
    static final class UsableConfiguration implements Condition {
        @Override
        @SuppressWarnings("rawtypes") // as the interface has it
        public boolean matches(ConditionContext context) {
            return context.getBeanContext()
                    .findBean(ReplicateConfiguration.class)
                    .filter(ReplicateConfiguration::isUsable)
                    .isPresent();
        }
    }
}
