package dev.mvstudio.application.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.FakeStudio;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.asset.StorageException.Fault;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import dev.mvstudio.testkit.asset.NewAssets;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class SweepAssetsTest {
    private static final Instant NOW = NewAssets.NOON;
    private static final Duration GRACE = Duration.ofMinutes(15);

    private final FakeAssetStore store = new FakeAssetStore();
    private final Set<AssetId> stuck = ConcurrentHashMap.newKeySet();
    private final SweepAssets sweep =
            new SweepAssets(stickyStore(), FakeStudio.RETENTION, GRACE, Clock.fixed(NOW, ZoneOffset.UTC));

    /** The store, in which some assets cannot be removed. */
    private AssetStore stickyStore() {
        return (AssetStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AssetStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("expire") && stuck.contains((AssetId) arguments[0])) {
                        throw new StorageException(Fault.STORAGE_UNAVAILABLE, "it is stuck", null);
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Asset expired() {
        return expiredAt(NOW.minus(GRACE));
    }

    private Asset expiredAt(Instant time) {
        return NewAssets.publish(store, NewAssets.clip(NewAssets.id()).expiringAt(time), new byte[] {1});
    }

    @Test
    void what_expired_just_now_stays_for_whoever_is_at_work_with_it() {
        Asset used = expiredAt(NOW.minus(GRACE).plusMillis(1));
        expired();

        assertThat(sweep.sweep()).isEqualTo(1);

        assertThat(store.all()).containsExactly(used);
    }

    @Test
    void more_than_one_batch_is_removed_at_once() {
        for (int i = 0; i < 1_001; i++) {
            expired();
        }

        assertThat(sweep.sweep()).isEqualTo(1_001);
        assertThat(store.all()).isEmpty();
    }

    @Test
    void one_that_cannot_be_removed_does_not_keep_the_others() {
        Asset broken = expired();
        expired();
        stuck.add(broken.id());

        assertThat(sweep.sweep()).isEqualTo(1);

        assertThat(store.all()).containsExactly(broken);
        assertThatThrownBy(sweep::sweep).isInstanceOf(StorageException.class).hasMessage("it is stuck");
        stuck.clear();
        assertThat(sweep.sweep()).isEqualTo(1);
    }

    @Test
    void a_store_that_fails_is_told() {
        store.failWith(Fault.STORAGE_UNAVAILABLE);

        assertThatThrownBy(sweep::sweep).isInstanceOf(StorageException.class);
    }

    @Test
    void an_interrupt_ends_it_early() {
        expired();

        Thread.currentThread().interrupt();

        assertThat(sweep.sweep()).isZero();
        assertThat(Thread.interrupted()).as("still said").isTrue();
        assertThat(store.all()).hasSize(1);
    }
}
