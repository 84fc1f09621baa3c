package dev.mvstudio.web;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.Settings;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.StudioLauncher;
import dev.mvstudio.application.StudioServer;
import dev.mvstudio.application.webhook.Announcement;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves a studio over HTTP/1.1. */
public final class WebServer implements StudioServer {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    @Override
    public Running start(StudioConfiguration configuration) {
        return start(configuration, StudioLauncher.find().open(configuration), WebTiming.USUAL);
    }

    /** Serves this studio, and closes it at the end or when it cannot be served. */
    Running start(StudioConfiguration configuration, MusicVideoStudio studio, WebTiming timing) {
        Stopping stopping = new Stopping();
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .enableDefaultPropertySources(false)
                .environmentPropertySource(false)
                .properties(ServerProperties.of(configuration.settings()))
                .singletons(new ServedStudio(studio, configuration), timing, stopping)
                .build();
        try {
            context.start();
            EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
            RunningServer running = new RunningServer(
                    server, studio, configuration.settings().server().shutdownTimeout(), stopping);
            studio.begin(context.getBean(Announcement.class));
            announce(configuration, running);
            tellFaults(studio);
            return running;
        } catch (RuntimeException e) {
            context.close();
            studio.close();
            throw failure(configuration.settings().server(), e);
        }
    }

    private static RuntimeException failure(Settings.Server server, RuntimeException why) {
        boolean bind = Stream.<Throwable>iterate(why, Objects::nonNull, Throwable::getCause)
                .anyMatch(BindException.class::isInstance);
        if (!bind) {
            return why;
        }
        return new IllegalStateException(
                "cannot listen on " + server.host() + ":" + server.port()
                        + ": the port is taken or the address is not of this machine; set MV_PORT or MV_HOST",
                why);
    }

    /** Others are asked, which takes seconds: nobody waits for it. */
    private static void tellFaults(MusicVideoStudio studio) {
        Thread.ofVirtual()
                .name("checkup")
                .start(() -> studio.hosting()
                        .checkups()
                        .faults()
                        .forEach((subject, faults) -> faults.forEach(fault -> LOG.warn("{}: {}", subject, fault))));
    }

    /** Who generates what by default is told by whoever opened the studio. */
    private static void announce(StudioConfiguration configuration, Running running) {
        configuration.warnings().forEach(warning -> LOG.warn("{}", warning));
        LOG.info("Listening on {}, the contract is at {}/docs", running.address(), running.address());
    }
}
