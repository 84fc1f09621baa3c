package dev.mvstudio.web;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.StudioServer;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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

    /** How long those who wait for jobs have to be told that they wait in vain. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final EmbeddedServer server;
    private final MusicVideoStudio studio;
    private final Duration shutdownTimeout;
    private final Stopping stopping;
    private final URI address;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    RunningServer(EmbeddedServer server, MusicVideoStudio studio, Duration shutdownTimeout, Stopping stopping) {
        this.server = server;
        this.studio = studio;
        this.shutdownTimeout = shutdownTimeout;
        this.stopping = stopping;
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
            stopping.begin();
            if (!letRequestsEnd()) {
                LOG.warn("Requests that were not finished after {} seconds were cut", shutdownTimeout.toSeconds());
            }
            server.stop();
            server.getApplicationContext().close();
            studio.close();
        } finally {
            stopped.countDown();
        }
    }

    /** Whoever still waits for a job when the time is up is told to ask for it later. */
    private boolean letRequestsEnd() {
        CompletableFuture<?> ended =
                ((GracefulShutdownCapable) server).shutdownGracefully().toCompletableFuture();
        if (isOver(ended, shutdownTimeout)) {
            return true;
        }
        stopping.hurry();
        return isOver(ended, LAST_WORDS);
    }

    private static boolean isOver(CompletableFuture<?> ended, Duration atMost) {
        try {
            ended.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            LOG.warn("Stopping the server", e);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void await() throws InterruptedException {
        stopped.await();
    }
}
