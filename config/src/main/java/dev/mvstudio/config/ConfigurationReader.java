package dev.mvstudio.config;

import dev.mvstudio.adapter.local.webhook.SigningKey;
import dev.mvstudio.application.Settings;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.StudioLauncher.Launch;
import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.config.source.ConfigFiles;
import dev.mvstudio.config.source.Faults;
import dev.mvstudio.config.source.Scalar;
import dev.mvstudio.config.source.Variables;
import dev.mvstudio.config.source.WorkflowFiles;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads everything that a launch finds, and tells every fault at once. */
final class ConfigurationReader {
    /** Variables of the start script. */
    private static final Set<String> OF_THE_SCRIPT = Set.of("MV_JAVA_OPTS", "MV_BUILD_LOCK");

    private final Launch launch;
    private final Faults faults = new Faults();
    private final Variables variables;

    ConfigurationReader(Launch launch) {
        this.launch = launch;
        this.variables =
                new Variables(launch.environment(), launch.workingDirectory().resolve(".env"), faults);
    }

    StudioConfiguration read() {
        Path folder = variables
                .find("MV_CONFIG_DIR")
                .flatMap(Forms.PATH.read())
                .map(launch.workingDirectory()::resolve)
                .orElse(null);
        StudioConfiguration configuration = read(new ConfigFiles(folder, faults));
        faults.check();
        return configuration;
    }

    private StudioConfiguration read(ConfigFiles files) {
        Settings settings = files.section("settings.yaml")
                .overriddenBy(variables, "MV_")
                .read(new SettingsYaml(variables, launch, webhookSecret())::read);
        Flavors flavors = new FlavorsYaml(files, variables, faults).read();
        List<BackendSettings> backends =
                files.section("backends.yaml").overriddenBy(variables, "MV_").read(new BackendsYaml(variables)::read);
        ReplicateAccount.check(settings, backends, faults);
        OpenAiBackends.check(backends, faults);
        GeminiAccount.check(settings, backends, faults);
        WorkflowFiles workflows = files.workflows();
        ComfyUiServers.check(settings, backends, new WorkflowsYaml(workflows, faults).read(), faults);
        FirebaseProject.check(settings, faults);
        return new StudioConfiguration(settings, flavors, backends, warnings(settings), workflows.texts());
    }

    /** Comes from a variable only, and is never shown. */
    private @Nullable Secret webhookSecret() {
        Scalar said = variables.find("MV_WEBHOOK_SECRET").orElse(null);
        if (said == null) {
            return null;
        }
        if (!SigningKey.isWellFormed(said.text().strip())) {
            faults.add(said.place(), "expected " + SigningKey.FORM + "; what is there is not shown");
            return null;
        }
        return new Secret(said.text().strip());
    }

    private List<String> warnings(Settings settings) {
        List<String> warnings = new ArrayList<>(variables.warnings(OF_THE_SCRIPT));
        Path ffmpeg = settings.editor().ffmpeg();
        if (ffmpeg != null && isMissing(ffmpeg)) {
            warnings.add("ffmpeg (MV_FFMPEG): there is no program at " + ffmpeg);
        }
        if (settings.limits().image() / 3 * 4 > settings.server().maxRequestBytes()) {
            warnings.add("max_request_size is too small for a picture of max_image_size in base64");
        }
        return warnings;
    }

    private static boolean isMissing(Path program) {
        return program.getNameCount() > 1 && !Files.isExecutable(program);
    }
}
