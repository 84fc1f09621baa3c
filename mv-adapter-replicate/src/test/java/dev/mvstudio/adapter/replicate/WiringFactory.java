package dev.mvstudio.adapter.replicate;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.DisabledBeanException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** Gives a configuration as a composition root would, where a test asks for it. */
@Factory
@Requires(property = "test.replicate")
final class WiringFactory {
    @Singleton
    ReplicateConfiguration configuration(@Value("${test.replicate}") String token) {
        if (token.equals("off")) {
            throw new DisabledBeanException("there is no such backend");
        }
        return new ReplicateConfiguration(Account.settings(Map.of(), token), null, Duration.ofMinutes(10), null);
    }
}
