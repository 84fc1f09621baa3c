package dev.mvstudio.adapter.firebase;

import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.image.SequenceRecords;
import dev.mvstudio.domain.provider.Checkup;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Makes the beans of a {@link FirebaseConfiguration}, where there is one; they stand before those that keep things on
 * this machine. None connects by itself.
 */
@Factory
@Requires(condition = FirebaseFactory.UsableConfiguration.class)
final class FirebaseFactory {
    @Singleton
    @Primary
    @Bean(
            preDestroy = "close",
            typed = {AssetStore.class, FirebaseAssetStore.class})
    FirebaseAssetStore assetStore(
            FirebaseConfiguration configuration, @Named(FirebaseConfiguration.SPOOL) AssetStore spool, Clock clock) {
        return new FirebaseAssetStore(configuration, spool, clock);
    }

    @Singleton
    @Primary
    @Bean(
            preDestroy = "close",
            typed = {SequenceRecords.class, FirestoreSequenceRecords.class})
    FirestoreSequenceRecords sequenceRecords(FirebaseConfiguration configuration) {
        return new FirestoreSequenceRecords(configuration);
    }

    @Singleton
    @Bean(typed = Checkup.class)
    FirebaseCheckup checkup(FirebaseAssetStore store) {
        return store.checkup();
    }

    @Singleton
    @Bean(typed = FirestoreCheckup.class)
    FirestoreCheckup recordsCheckup(FirestoreSequenceRecords records) {
        return records.checkup();
    }

    @Singleton
    @Named("firestore")
    @Bean(typed = Checkup.class)
    Checkup refusals(FirestoreCheckup checkup) {
        return checkup;
    }

    @Singleton
    @Named("firestore-reach")
    @Bean(typed = Checkup.class)
    Checkup reach(FirestoreCheckup checkup) {
        return checkup.ofReach();
    }

    /** Without a project there is no Firebase. */
    static final class UsableConfiguration implements Condition {
        @Override
        @SuppressWarnings("rawtypes") // as the interface has it
        public boolean matches(ConditionContext context) {
            return context.getBeanContext()
                    .findBean(FirebaseConfiguration.class)
                    .isPresent();
        }
    }
}
