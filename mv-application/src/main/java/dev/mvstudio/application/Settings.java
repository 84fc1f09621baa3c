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
 * @param firebase where files and records of image sequences are kept; null for the data folder and the database
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
        @Nullable Database database,
        @Nullable Firebase firebase) {
    /** Without Firebase. */
    public Settings(
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
        this(server, dataDir, debugMode, jobs, queues, limits, editor, retention, webhooks, database, null);
    }

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

    /**
     * A Firebase project.
     *
     * @param document of an image sequence: collection, document, and <code>{folder_id}</code>
     * @param signedUrls how long addresses hold that are given out; null for addresses that stay
     * @param account who we are there
     * @param storageEmulator host and port, with or without scheme; null for Google's own
     * @param firestoreEmulator host and port; null for Google's own
     */
    public record Firebase(
            String project,
            String bucket,
            String document,
            @Nullable Duration signedUrls,
            Account account,
            @Nullable String storageEmulator,
            @Nullable String firestoreEmulator) {}

    /**
     * A service account; without a file and without a key it is the one of the machine.
     *
     * @param file the JSON file that Google hands out
     * @param email its name, together with a key
     * @param privateKey in PEM
     */
    public record Account(
            @Nullable Path file,
            @Nullable String email,
            @Nullable Secret privateKey) {}
}
