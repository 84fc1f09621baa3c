package dev.mvstudio.application;

import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.domain.provider.BackendSettings;
import java.util.List;

/**
 * Everything that is read at launch.
 *
 * @param backends in the order of preference
 * @param warnings what looks like a mistake but does not stop the start, such as an unknown {@code MV_…} variable
 */
public record StudioConfiguration(
        Settings settings, Flavors flavors, List<BackendSettings> backends, List<String> warnings) {
    public StudioConfiguration {
        backends = List.copyOf(backends);
        warnings = List.copyOf(warnings);
    }
}
