package dev.mvstudio.adapter.jdbc;

import dev.mvstudio.adapter.jdbc.database.Database;
import dev.mvstudio.adapter.jdbc.document.JacksonDocuments;
import dev.mvstudio.adapter.jdbc.image.JdbcSequenceRecords;
import dev.mvstudio.adapter.jdbc.job.JdbcJobStore;
import dev.mvstudio.adapter.jdbc.schedule.JdbcJobSchedule;
import dev.mvstudio.adapter.jdbc.webhook.JdbcDeliveryStore;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.image.SequenceRecords;
import dev.mvstudio.domain.job.Documents;
import dev.mvstudio.domain.job.JobSchedule;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.webhook.DeliveryStore;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Makes the beans of a {@link JdbcConfiguration}. None of them opens, or makes, a database before it is used. */
@Factory
final class JdbcFactory {
    @Singleton
    @Bean(preDestroy = "close")
    Database database(JdbcConfiguration configuration) {
        return new Database(configuration.address(), configuration.connections());
    }

    @Singleton
    Documents documents(AssetStore assets) {
        return new JacksonDocuments(assets);
    }

    @Singleton
    JobStore jobStore(Database database, Documents documents) {
        return new JdbcJobStore(database, documents);
    }

    /** It is closed before the database that it was made with. */
    @Singleton
    @Bean(preDestroy = "close")
    JobSchedule jobSchedule(Database database, JdbcConfiguration configuration) {
        return new JdbcJobSchedule(database, configuration.timing());
    }

    @Singleton
    DeliveryStore deliveryStore(Database database) {
        return new JdbcDeliveryStore(database);
    }

    @Singleton
    SequenceRecords sequenceRecords(Database database, Documents documents) {
        return new JdbcSequenceRecords(database, documents);
    }
}
