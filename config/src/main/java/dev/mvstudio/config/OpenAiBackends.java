package dev.mvstudio.config;

import dev.mvstudio.adapter.openai.OpenAiConfiguration;
import dev.mvstudio.adapter.openai.OpenAiSceneWriter;
import dev.mvstudio.adapter.openai.OpenAiSceneWriters;
import dev.mvstudio.application.BrokenConfigurationException;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.domain.provider.BackendSettings;
import io.micronaut.context.BeanContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.ArrayList;
import java.util.List;

/**
 * The backends that the OpenAI-compatible adapter speaks to, however many there are and whatever their names. A factory
 * makes a fixed number of beans, so the writers are registered here, one by one.
 */
final class OpenAiBackends {
    private static final String ADAPTER = "openai";

    private OpenAiBackends() {}

    /**
     * Tells the adapter of those that are ready.
     *
     * @throws BrokenConfigurationException when the options of some are wrong, ready or not
     */
    static void configure(BeanContext context, StudioConfiguration configuration) {
        List<String> faults = new ArrayList<>();
        for (BackendSettings backend : configuration.backends()) {
            if (backend.adapter().equals(ADAPTER)) {
                try {
                    configure(context, backend);
                } catch (IllegalArgumentException e) {
                    faults.add("backends.yaml: " + backend.backend() + ".options." + e.getMessage());
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new BrokenConfigurationException(faults);
        }
    }

    private static void configure(BeanContext context, BackendSettings backend) {
        OpenAiConfiguration configuration = OpenAiConfiguration.of(backend);
        if (backend.hasCredentials()) {
            context.registerSingleton(
                    OpenAiConfiguration.class,
                    configuration,
                    Qualifiers.byName(backend.backend().name()));
        }
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
