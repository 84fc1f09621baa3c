package dev.mvstudio.adapter.rig;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.URI;

/** Makes the generators of the backend {@code rig}, over the fake provider at {@code MV_RIG_BASE_URL}. */
@Factory
final class RigFactory {
    @Singleton
    @Bean(preDestroy = "close")
    RigClient client() {
        return new RigClient(URI.create(System.getenv().getOrDefault("MV_RIG_BASE_URL", "http://127.0.0.1:8099")));
    }

    @Singleton
    RigSceneWriter scenes(RigClient client) {
        return new RigSceneWriter(client);
    }

    @Singleton
    RigImageModel images(RigClient client) {
        return new RigImageModel(client);
    }

    @Singleton
    RigVideoModel clips(RigClient client) {
        return new RigVideoModel(client);
    }
}
