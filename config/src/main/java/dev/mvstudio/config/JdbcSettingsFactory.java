package dev.mvstudio.config;

import dev.mvstudio.adapter.jdbc.JdbcConfiguration;
import dev.mvstudio.application.Settings;
import dev.mvstudio.application.StudioConfiguration;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Tells the database adapter what the settings say. */
@Factory
final class JdbcSettingsFactory {
    @Singleton
    JdbcConfiguration jdbc(StudioConfiguration configuration) {
        Settings settings = configuration.settings();
        Settings.Database database = settings.database();
        return database == null
                ? JdbcConfiguration.in(settings.dataDir())
                : JdbcConfiguration.at(database.url().reveal(), database.user(), database.password());
    }
}
