package dev.mvstudio.config;

import dev.mvstudio.adapter.comfyui.ComfyUiConfiguration;
import dev.mvstudio.adapter.comfyui.workflow.Workflow;
import dev.mvstudio.application.Settings;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.config.source.Faults;
import dev.mvstudio.config.source.Place;
import dev.mvstudio.config.source.WorkflowFiles;
import dev.mvstudio.domain.provider.BackendSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the adapter of ComfyUI is told, where there are servers. */
final class ComfyUiServers {
    private static final String NAME = "comfyui";

    private ComfyUiServers() {}

    static Optional<ComfyUiConfiguration> of(StudioConfiguration configuration) {
        Faults faults = new Faults();
        Map<String, Workflow> workflows = new WorkflowsYaml(WorkflowFiles.of(configuration.workflows()), faults).read();
        faults.check();
        return backend(configuration.backends()).flatMap(backend -> of(configuration.settings(), backend, workflows));
    }

    private static Optional<BackendSettings> backend(List<BackendSettings> backends) {
        return backends.stream()
                .filter(backend -> backend.backend().name().equals(NAME))
                .findFirst();
    }

    private static Optional<ComfyUiConfiguration> of(
            Settings settings, BackendSettings backend, Map<String, Workflow> workflows) {
        return backend.credential() == null
                ? Optional.empty()
                : Optional.of(ComfyUiConfiguration.of(
                        backend, workflows, settings.jobs().timeout()));
    }

    /** Finds out what the adapter would not accept, before anything is started: without servers as well. */
    static void check(
            Settings settings, List<BackendSettings> backends, Map<String, Workflow> workflows, Faults faults) {
        backend(backends).ifPresent(backend -> {
            try {
                ComfyUiConfiguration.check(backend, workflows);
                of(settings, backend, workflows);
            } catch (IllegalArgumentException e) {
                faults.add(Place.of("backends.yaml"), NAME + ": " + e.getMessage());
            }
        });
    }
}
