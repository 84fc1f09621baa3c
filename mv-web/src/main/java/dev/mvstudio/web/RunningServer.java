package dev.mvstudio.web;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.StudioServer;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server at work. */
final class RunningServer implements StudioServer.Running {
    private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);

    private final EmbeddedServer server;
    private final MusicVideoStudio studio;
    private final Duration shutdownTimeout;
    private final URI address;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    RunningServer(EmbeddedServer server, MusicVideoStudio studio, Duration shutdownTimeout) {
        this.server = server;
        this.studio = studio;
        this.shutdownTimeout = shutdownTimeout;
        this.address = server.getURI();
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        try {
            letRequestsEnd();
            server.stop();
            server.getApplicationContext().close();
            studio.close();
        } finally {
            stopped.countDown();
        }
    }

    private void letRequestsEnd() {
        try {
            ((GracefulShutdownCapable) server)
                    .shutdownGracefully()
                    .toCompletableFuture()
                    .get(shutdownTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Requests that were not finished after {} seconds were cut", shutdownTimeout.toSeconds());
        } catch (ExecutionException e) {
            LOG.warn("Stopping the server", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void await() throws InterruptedException {
        stopped.await();
    }
}
