package dev.mvstudio.config;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.StudioLauncher;

/** Reads the YAML files and the environment, and has the parts found and put together. */
public final class ConfiguredStudioLauncher implements StudioLauncher {
    @Override
    public StudioConfiguration read(Launch launch) {
        return new ConfigurationReader(launch).read();
    }

    @Override
    public MusicVideoStudio open(StudioConfiguration configuration) {
        throw new UnsupportedOperationException();
    }
}
