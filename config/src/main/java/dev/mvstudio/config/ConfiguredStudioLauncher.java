package dev.mvstudio.config;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.StudioLauncher;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.scene.SceneWriter;
import dev.mvstudio.domain.video.VideoModel;
import io.micronaut.context.BeanContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the YAML files and the environment, and puts a studio together from the adapters on the class path. */
public final class ConfiguredStudioLauncher implements StudioLauncher {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredStudioLauncher.class);

    @Override
    public StudioConfiguration read(Launch launch) {
        return new ConfigurationReader(launch).read();
    }

    @Override
    public MusicVideoStudio open(StudioConfiguration configuration) {
        BeanContext context = AdapterContext.open(configuration);
        try {
            Backends backends = new Backends(
                    configuration.backends(),
                    context.getBeansOfType(SceneWriter.class),
                    context.getBeansOfType(ImageModel.class),
                    context.getBeansOfType(VideoModel.class));
            report(configuration, new StartReport(backends));
            return new Assembly(configuration, Ports.of(context), backends).studio(context::close);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static void report(StudioConfiguration configuration, StartReport report) {
        configuration.warnings().forEach(LOG::warn);
        report.warnings().forEach(LOG::warn);
        report.lines().forEach(LOG::info);
    }
}
