package dev.mvstudio.application;

import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.domain.provider.BackendSettings;
import java.util.List;
import java.util.Map;

/**
 * Everything that is read at launch.
 *
 * @param backends in the order of preference
 * @param warnings what looks like a mistake but does not stop the start, such as an unknown {@code MV_…} variable
 * @param workflows the texts of the files in {@code workflows/}, for the adapter that knows what they mean; checked
 */
public record StudioConfiguration(
        Settings settings,
        Flavors flavors,
        List<BackendSettings> backends,
        List<String> warnings,
        Map<String, String> workflows) {
    public StudioConfiguration {
        backends = List.copyOf(backends);
        warnings = List.copyOf(warnings);
        workflows = Map.copyOf(workflows);
    }

    /** One without workflows. */
    public StudioConfiguration(
            Settings settings, Flavors flavors, List<BackendSettings> backends, List<String> warnings) {
        this(settings, flavors, backends, warnings, Map.of());
    }
}
