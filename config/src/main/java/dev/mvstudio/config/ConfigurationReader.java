package dev.mvstudio.config;

import dev.mvstudio.application.Settings;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.StudioLauncher.Launch;
import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.config.source.ConfigFiles;
import dev.mvstudio.config.source.Faults;
import dev.mvstudio.config.source.Variables;
import dev.mvstudio.domain.provider.BackendSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
                .read(new SettingsYaml(variables, launch.workingDirectory(), launch.defaultDataDir())::read);
        Flavors flavors = new FlavorsYaml(files, variables, faults).read();
        List<BackendSettings> backends = files.section("backends.yaml").read(new BackendsYaml(variables)::read);
        return new StudioConfiguration(settings, flavors, backends, warnings(settings));
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
