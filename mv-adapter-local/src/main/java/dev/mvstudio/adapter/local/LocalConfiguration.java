package dev.mvstudio.adapter.local;

import dev.mvstudio.adapter.local.asset.HttpRemoteFiles;
import dev.mvstudio.adapter.local.asset.ImageLimits;
import dev.mvstudio.adapter.local.webhook.WebhookConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What can be set.
 *
 * @param dataDir where assets are kept; made when it is not there
 * @param ffmpeg the program to run; null for one on the PATH, else the bundled one
 * @param ffmpegTimeout how long one run of it may take
 * @param ffmpegProcesses how many run at once
 * @param imageLimits how large pictures may be
 * @param remoteBytes how large files from callers' addresses may be
 * @param webhooks how others are told of jobs
 */
public record LocalConfiguration(
        Path dataDir,
        @Nullable Path ffmpeg,
        Duration ffmpegTimeout,
        int ffmpegProcesses,
        ImageLimits imageLimits,
        long remoteBytes,
        WebhookConfiguration webhooks) {
    public LocalConfiguration {
        if (ffmpegTimeout.isNegative() || ffmpegTimeout.isZero()) {
            throw new IllegalArgumentException("FFmpeg needs some time: " + ffmpegTimeout);
        }
        if (ffmpegProcesses < 1) {
            throw new IllegalArgumentException("at least one FFmpeg must be allowed to run: " + ffmpegProcesses);
        }
        if (remoteBytes < 1) {
            throw new IllegalArgumentException("remote files have at least one byte: " + remoteBytes);
        }
    }

    /** The usual: FFmpeg where it is found, 10 minutes a run, one run a core, pictures of 40 megapixels and 20 MB, no webhooks. */
    public static LocalConfiguration in(Path dataDir) {
        return new LocalConfiguration(
                dataDir,
                null,
                Duration.ofMinutes(10),
                Runtime.getRuntime().availableProcessors(),
                ImageLimits.USUAL,
                HttpRemoteFiles.USUAL_BYTES,
                WebhookConfiguration.OFF);
    }

    /** Where programs are unpacked to. */
    public Path toolsDir() {
        return dataDir.resolve(".tools");
    }
}
