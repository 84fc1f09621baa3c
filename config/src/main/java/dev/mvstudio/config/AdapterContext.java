package dev.mvstudio.config;

import dev.mvstudio.adapter.comfyui.ComfyUiConfiguration;
import dev.mvstudio.adapter.gemini.GeminiConfiguration;
import dev.mvstudio.adapter.replicate.ReplicateConfiguration;
import dev.mvstudio.application.StudioConfiguration;
import io.micronaut.context.BeanContext;
import java.io.IOException;
import java.net.URL;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Finds the adapters on the class path, and nothing else: the beans of a server that happens to be there as well are
 * neither loaded, which takes a second, nor started.
 */
final class AdapterContext {
    private AdapterContext() {}

    static BeanContext open(StudioConfiguration configuration, Clock clock) {
        BeanContext context = BeanContext.build(new OnlyAdapters(AdapterContext.class.getClassLoader()));
        context.registerSingleton(StudioConfiguration.class, configuration);
        context.registerSingleton(Clock.class, clock);
        ReplicateAccount.of(configuration.settings(), configuration.backends())
                .ifPresent(account -> context.registerSingleton(ReplicateConfiguration.class, account));
        GeminiAccount.of(configuration.settings(), configuration.backends())
                .ifPresent(account -> context.registerSingleton(GeminiConfiguration.class, account));
        ComfyUiServers.of(configuration)
                .ifPresent(servers -> context.registerSingleton(ComfyUiConfiguration.class, servers));
        OpenAiBackends.configure(context, configuration.backends());
        FirebaseProject.configure(context, configuration.settings());
        context.start();
        OpenAiBackends.publish(context);
        return context;
    }

    /** Shows of all lists of beans only those of this module, of the adapters and of the container itself. */
    private static final class OnlyAdapters extends ClassLoader {
        private static final String BEANS = "META-INF/micronaut/";
        private static final List<String> MARKS =
                List.of("dev/mvstudio/config", "dev/mvstudio/adapter", "io/micronaut/context/BeanContext.class");

        OnlyAdapters(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            List<URL> found = new ArrayList<>(Collections.list(super.getResources(name)));
            if (name.startsWith(BEANS)) {
                List<String> roots = roots();
                found.removeIf(url -> roots.stream().noneMatch(url.toString()::startsWith));
            }
            return Collections.enumeration(found);
        }

        /** The jars and folders that have one of the marks. */
        private List<String> roots() throws IOException {
            List<String> roots = new ArrayList<>();
            for (String mark : MARKS) {
                for (URL url : Collections.list(super.getResources(mark))) {
                    String text = url.toString();
                    roots.add(text.substring(0, text.lastIndexOf(mark)));
                }
            }
            return roots;
        }
    }
}
