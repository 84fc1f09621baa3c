package dev.mvstudio.application;

import dev.mvstudio.application.asset.AssetLimits;
import dev.mvstudio.application.asset.Retention;
import dev.mvstudio.application.job.JobTiming;
import dev.mvstudio.application.webhook.WebhookSettings;
import dev.mvstudio.domain.provider.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How this installation runs, as opposed to what it generates.
 *
 * @param dataDir where everything that must be kept is kept
 * @param debugMode whether each generation is logged in full
 * @param database where jobs are kept; null for a file of its own in the data folder
 */
public record Settings(
        Server server,
        Path dataDir,
        boolean debugMode,
        JobTiming jobs,
        Queues queues,
        AssetLimits limits,
        Editor editor,
        Retention retention,
        WebhookSettings webhooks,
        @Nullable Database database) {
    /**
     * The REST server.
     *
     * @param host the address to listen on
     * @param port 0–65535, 0 for any free one
     * @param publicUrl how the outside reaches this server
     * @param maxRequestBytes of one request's body; larger ones are refused
     * @param idleTimeout how long a request may be worked on
     * @param shutdownTimeout how long requests may go on after the order to stop
     * @param cancelOnDisconnect whether a job that was ordered is canceled when the caller who waits for it goes away
     */
    public record Server(
            String host,
            int port,
            @Nullable URI publicUrl,
            long maxRequestBytes,
            Duration idleTimeout,
            Duration shutdownTimeout,
            boolean cancelOnDisconnect) {}

    /**
     * FFmpeg.
     *
     * @param ffmpeg the program; null for the one on the PATH, or else the one that comes along
     * @param timeout of one call
     * @param processes how many run at once
     */
    public record Editor(@Nullable Path ffmpeg, Duration timeout, int processes) {}

    /**
     * How much is begun at once, beside what the lanes of the backends let through.
     *
     * @param maxFilms how many films are being made at once
     * @param maxQueuedFilms how many more may wait
     * @param maxQueuedMerges how many orders to join clips may wait
     */
    public record Queues(int maxFilms, int maxQueuedFilms, int maxQueuedMerges) {}

    /**
     * A PostgreSQL server, which several nodes may share.
     *
     * @param url as JDBC has it; it may carry user and password
     * @param user null when the URL tells, or none is needed
     * @param password null when the URL tells, or none is needed
     */
    public record Database(
            Secret url, @Nullable String user, @Nullable Secret password) {}
}
