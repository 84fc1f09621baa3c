package dev.mvstudio.adapter.firebase;

import dev.mvstudio.adapter.firebase.FirebaseConfiguration.Hosts;
import dev.mvstudio.adapter.firebase.FirebaseConfiguration.Timing;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import dev.mvstudio.testkit.storage.FakeCloudStorage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Stores that talk to a fake of Google's, and are closed in the end. */
final class Rehearsal implements AutoCloseable {
    static final String PROJECT = "demo-mv-1a2b3";
    static final String BUCKET = "demo-mv-1a2b3.firebasestorage.app";

    /** Patient enough for three tries, and quick to try again. */
    static final Timing QUICK = new Timing(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofMillis(400),
            Duration.ofMillis(40),
            Duration.ofMillis(20),
            Duration.ofMillis(100));

    final FakeCloudStorage fake = FakeCloudStorage.start(BUCKET);
    private final List<AutoCloseable> open = new ArrayList<>();

    FirebaseConfiguration configuration() {
        return configuration(new ServiceAccount.Nobody());
    }

    FirebaseConfiguration configuration(ServiceAccount account) {
        return FirebaseConfiguration.of(PROJECT, BUCKET, account, Hosts.emulated(fake.address(), null))
                .with(QUICK);
    }

    FirebaseAssetStore store() {
        return store(configuration(), new FakeAssetStore());
    }

    FirebaseAssetStore store(AssetStore spool) {
        return store(configuration(), spool);
    }

    FirebaseAssetStore store(FirebaseConfiguration configuration, AssetStore spool) {
        return store(configuration, spool, Clock.systemUTC());
    }

    FirebaseAssetStore store(FirebaseConfiguration configuration, AssetStore spool, Clock clock) {
        FirebaseAssetStore store = new FirebaseAssetStore(configuration, spool, clock);
        open.add(store);
        return store;
    }

    /** Looks again and again, for 20 seconds at most. */
    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not happen in time");
            }
            Thread.sleep(10);
        }
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        fake.close();
    }
}
