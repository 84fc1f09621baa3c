package dev.mvstudio.config;

import dev.mvstudio.adapter.gemini.GeminiConfiguration;
import dev.mvstudio.application.Settings;
import dev.mvstudio.config.source.Faults;
import dev.mvstudio.config.source.Place;
import dev.mvstudio.domain.provider.BackendSettings;
import java.util.List;
import java.util.Optional;

/** What the adapter of Gemini is told, where there is a key. */
final class GeminiAccount {
    private static final String NAME = "gemini";

    private GeminiAccount() {}

    static Optional<GeminiConfiguration> of(Settings settings, List<BackendSettings> backends) {
        return backends.stream()
                .filter(backend -> backend.backend().name().equals(NAME) && backend.credential() != null)
                .findFirst()
                .map(backend -> GeminiConfiguration.of(
                        backend, settings.dataDir(), settings.jobs().timeout()));
    }

    /** Finds out what the adapter would not accept, before anything is started. */
    static void check(Settings settings, List<BackendSettings> backends, Faults faults) {
        try {
            of(settings, backends);
        } catch (IllegalArgumentException e) {
            faults.add(Place.of("backends.yaml"), NAME + "." + e.getMessage());
        }
    }
}
