package dev.mvstudio.config;

import dev.mvstudio.adapter.replicate.ReplicateConfiguration;
import dev.mvstudio.adapter.replicate.ReplicateSettings;
import dev.mvstudio.application.Settings;
import dev.mvstudio.config.source.Faults;
import dev.mvstudio.config.source.Place;
import dev.mvstudio.domain.provider.BackendSettings;
import java.util.List;
import java.util.Optional;

/** What the adapter of Replicate is told, where there is an account. */
final class ReplicateAccount {
    private static final String NAME = "replicate";

    private ReplicateAccount() {}

    static Optional<ReplicateConfiguration> of(Settings settings, List<BackendSettings> backends) {
        return backends.stream()
                .filter(backend -> backend.backend().name().equals(NAME) && backend.credential() != null)
                .findFirst()
                .map(backend -> new ReplicateConfiguration(
                        backend, settings.server().publicUrl(), settings.jobs().timeout(), backend.webhookSecret()));
    }

    /** Finds out what the adapter would not accept, before anything is started. */
    static void check(Settings settings, List<BackendSettings> backends, Faults faults) {
        try {
            of(settings, backends).ifPresent(ReplicateSettings::of);
        } catch (IllegalArgumentException e) {
            faults.add(Place.of("backends.yaml"), NAME + ".options", String.valueOf(e.getMessage()));
        }
    }
}
