package dev.mvstudio.adapter.local;

import dev.mvstudio.adapter.local.address.HostResolver;
import dev.mvstudio.adapter.local.asset.HttpRemoteFiles;
import dev.mvstudio.adapter.local.asset.LocalAssetStore;
import dev.mvstudio.adapter.local.asset.LocalMediaProbe;
import dev.mvstudio.adapter.local.film.Ffmpeg;
import dev.mvstudio.adapter.local.film.FfmpegVideoEditor;
import dev.mvstudio.adapter.local.webhook.HttpWebhookSender;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.MediaProbe;
import dev.mvstudio.domain.asset.RemoteFiles;
import dev.mvstudio.domain.film.VideoEditor;
import dev.mvstudio.domain.webhook.WebhookSender;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Makes the beans of a {@link LocalConfiguration}. None of them touches disk, network or processes before it is used. */
@Factory
final class LocalFactory {
    @Singleton
    AssetStore assetStore(LocalConfiguration configuration) {
        return new LocalAssetStore(configuration.dataDir());
    }

    @Singleton
    Ffmpeg ffmpeg(LocalConfiguration configuration) {
        return new Ffmpeg(
                configuration.ffmpeg(),
                configuration.toolsDir(),
                configuration.ffmpegTimeout(),
                configuration.ffmpegProcesses());
    }

    @Singleton
    MediaProbe mediaProbe(Ffmpeg ffmpeg, LocalConfiguration configuration) {
        return new LocalMediaProbe(ffmpeg, configuration.imageLimits());
    }

    @Singleton
    VideoEditor videoEditor(Ffmpeg ffmpeg) {
        return new FfmpegVideoEditor(ffmpeg);
    }

    @Singleton
    @Bean(
            preDestroy = "close",
            typed = {RemoteFiles.class, HttpRemoteFiles.class})
    HttpRemoteFiles remoteFiles(LocalConfiguration configuration) {
        return new HttpRemoteFiles(HostResolver.SYSTEM, configuration.remoteBytes());
    }

    @Singleton
    @Bean(
            preDestroy = "close",
            typed = {WebhookSender.class, HttpWebhookSender.class})
    HttpWebhookSender webhookSender(LocalConfiguration configuration) {
        return new HttpWebhookSender(configuration.webhooks(), HostResolver.SYSTEM);
    }
}
