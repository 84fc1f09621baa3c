package dev.mvstudio.config;

import dev.mvstudio.adapter.local.LocalConfiguration;
import dev.mvstudio.adapter.local.asset.ImageLimits;
import dev.mvstudio.adapter.local.webhook.WebhookConfiguration;
import dev.mvstudio.application.Settings;
import dev.mvstudio.application.StudioConfiguration;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Tells the local adapter what the settings say. */
@Factory
final class LocalSettingsFactory {
    @Singleton
    LocalConfiguration local(StudioConfiguration configuration) {
        Settings settings = configuration.settings();
        Settings.Editor editor = settings.editor();
        return new LocalConfiguration(
                settings.dataDir(),
                editor.ffmpeg(),
                editor.timeout(),
                editor.processes(),
                ImageLimits.USUAL,
                settings.limits().image(),
                new WebhookConfiguration(
                        settings.webhooks().secret(), settings.webhooks().privateAddresses()));
    }
}
