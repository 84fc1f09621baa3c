package dev.mvstudio.config;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.StudioLauncher;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.scene.SceneWriter;
import dev.mvstudio.domain.video.VideoModel;
import io.micronaut.context.BeanContext;
import java.time.Clock;
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
        Clock clock = Clock.systemUTC();
        BeanContext context = AdapterContext.open(configuration, clock);
        try {
            Backends backends = new Backends(
                    configuration.backends(),
                    context.getBeansOfType(SceneWriter.class),
                    context.getBeansOfType(ImageModel.class),
                    context.getBeansOfType(VideoModel.class));
            StartReport report = new StartReport(backends);
            report.warnings().forEach(LOG::warn);
            report.lines().forEach(LOG::info);
            return new Assembly(configuration, Ports.of(context), backends, clock).studio(context::close);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }
}
