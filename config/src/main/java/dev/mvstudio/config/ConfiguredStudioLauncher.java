package dev.mvstudio.config;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.Ports;
import dev.mvstudio.application.StudioAssembly;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.StudioLauncher;
import dev.mvstudio.application.image.SequenceFile;
import dev.mvstudio.application.job.DebugLog;
import dev.mvstudio.application.job.GenerationListener;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.application.provider.Checkups;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.MediaProbe;
import dev.mvstudio.domain.asset.RemoteFiles;
import dev.mvstudio.domain.film.VideoEditor;
import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.image.SequenceRecords;
import dev.mvstudio.domain.job.Documents;
import dev.mvstudio.domain.job.JobSchedule;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.provider.Checkup;
import dev.mvstudio.domain.provider.NoticeReceiver;
import dev.mvstudio.domain.scene.SceneFiles;
import dev.mvstudio.domain.scene.SceneWriter;
import dev.mvstudio.domain.video.VideoModel;
import dev.mvstudio.domain.webhook.DeliveryStore;
import dev.mvstudio.domain.webhook.WebhookSender;
import io.micronaut.context.BeanContext;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
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
    public SequenceFile readSequence(Path file, String shown) {
        return SequenceYaml.read(file, shown);
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
                    context.getBeansOfType(VideoModel.class),
                    context.getBeansOfType(NoticeReceiver.class));
            StartReport report = new StartReport(backends);
            report.warnings().forEach(LOG::warn);
            report.lines().forEach(LOG::info);
            return new StudioAssembly(
                            configuration, ports(context), backends, listener(configuration), surroundings(clock))
                    .studio(new Checkups(context.getBeansOfType(Checkup.class)), context::close);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static Ports ports(BeanContext context) {
        return new Ports(
                context.getBean(AssetStore.class),
                context.getBean(MediaProbe.class),
                context.getBean(VideoEditor.class),
                context.getBean(RemoteFiles.class),
                context.getBean(SceneFiles.class),
                context.getBean(SequenceRecords.class),
                new Jobs.Keeping(
                        context.getBean(JobStore.class),
                        context.getBean(JobSchedule.class),
                        context.getBean(Documents.class)),
                new Ports.Telling(context.getBean(WebhookSender.class), context.getBean(DeliveryStore.class)));
    }

    private static GenerationListener listener(StudioConfiguration configuration) {
        return configuration.settings().debugMode() ? new DebugLog() : GenerationListener.NONE;
    }

    private static Jobs.Surroundings surroundings(Clock clock) {
        return new Jobs.Surroundings(clock, UUID::randomUUID, Thread::sleep);
    }
}
