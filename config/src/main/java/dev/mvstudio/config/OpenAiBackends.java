package dev.mvstudio.config;

import dev.mvstudio.adapter.openai.OpenAiConfiguration;
import dev.mvstudio.adapter.openai.OpenAiSceneWriter;
import dev.mvstudio.adapter.openai.OpenAiSceneWriters;
import dev.mvstudio.config.source.Faults;
import dev.mvstudio.config.source.Place;
import dev.mvstudio.domain.provider.BackendSettings;
import io.micronaut.context.BeanContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.List;
import java.util.stream.Stream;

/**
 * The backends that the OpenAI-compatible adapter speaks to, however many there are and whatever their names. A factory
 * makes a fixed number of beans, so the writers are registered here, one by one.
 */
final class OpenAiBackends {
    private static final String ADAPTER = "openai";

    private OpenAiBackends() {}

    private static Stream<BackendSettings> all(List<BackendSettings> backends) {
        return backends.stream().filter(backend -> backend.adapter().equals(ADAPTER));
    }

    /** Finds out what the adapter would not accept, before anything is started: of those that are not ready as well. */
    static void check(List<BackendSettings> backends, Faults faults) {
        all(backends).forEach(backend -> {
            try {
                OpenAiConfiguration.of(backend);
            } catch (IllegalArgumentException e) {
                faults.add(Place.of("backends.yaml"), backend.backend() + ".options." + e.getMessage());
            }
        });
    }

    /** Tells the adapter of those that are ready. The context was not started. */
    static void configure(BeanContext context, List<BackendSettings> backends) {
        all(backends)
                .filter(BackendSettings::hasCredentials)
                .forEach(backend -> context.registerSingleton(
                        OpenAiConfiguration.class,
                        OpenAiConfiguration.of(backend),
                        Qualifiers.byName(backend.backend().name())));
    }

    /** Lets the adapter's writers be found like any other's. The context was started. */
    static void publish(BeanContext context) {
        for (OpenAiSceneWriter writer :
                context.getBean(OpenAiSceneWriters.class).all()) {
            context.registerSingleton(
                    OpenAiSceneWriter.class,
                    writer,
                    Qualifiers.byName(writer.backend().name()));
        }
    }
}
