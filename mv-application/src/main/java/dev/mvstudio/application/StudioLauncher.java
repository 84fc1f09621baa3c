package dev.mvstudio.application;

import dev.mvstudio.application.image.SequenceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Reads the configuration and puts the parts together. Found by {@link ServiceLoader}; the config module has it. */
public interface StudioLauncher {
    /**
     * Where a program was started.
     *
     * @param environment its variables; they win over files
     * @param workingDirectory where {@code .env} is looked for, and what relative paths are relative to
     * @param defaultDataDir where data go when nobody says otherwise
     */
    record Launch(Map<String, String> environment, Path workingDirectory, Path defaultDataDir) {
        public Launch {
            environment = Map.copyOf(environment);
        }

        @Override
        public String toString() {
            return "Launch[" + workingDirectory + ", " + environment.keySet() + "]";
        }
    }

    /**
     * Reads everything, also {@code .env}.
     *
     * @throws BrokenConfigurationException with every fault at once
     */
    StudioConfiguration read(Launch launch);

    /**
     * Reads the order of an image sequence: the body of {@code POST /generateImages}, as YAML or as JSON.
     *
     * @param shown what messages call the file
     * @throws BrokenFileException with every fault at once
     */
    SequenceFile readSequence(Path file, String shown);

    /** Puts a studio together. */
    MusicVideoStudio open(StudioConfiguration configuration);

    /** The launcher on the class path. */
    static StudioLauncher find() {
        List<StudioLauncher> found = ServiceLoader.load(StudioLauncher.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("mv-config is not on the class path");
        }
        return found.get(0);
    }
}
