package dev.mvstudio.adapter.local.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.NewAsset;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.asset.StorageException.Fault;
import dev.mvstudio.testkit.asset.NewAssets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each step on disk fails once, or is the last one of its process. */
class InterruptedChangesTest {
    private static final byte[] BYTES = "bytes of a clip".getBytes(UTF_8);

    @TempDir
    Path root;

    @Test
    void a_step_that_fails_leaves_the_asset_whole_or_not_at_all_and_the_next_try_works() throws IOException {
        for (int n = 1; ; n++) {
            FailingDisk disk = new FailingDisk(n, false);
            Path folder = root.resolve("once" + n);
            LocalAssetStore store = new LocalAssetStore(folder, disk);
            var id = NewAssets.id();
            try {
                Asset asset = NewAssets.publish(store, NewAssets.clip(id), BYTES);
                assertThat(new LocalAssetStore(folder).find(id)).contains(asset);
            } catch (StorageException e) {
                assertThat(e.fault()).isEqualTo(Fault.DISK_FULL);
                assertThat(new LocalAssetStore(folder).find(id))
                        .as("after step " + n)
                        .isEmpty();
                NewAssets.publish(store, NewAssets.clip(id), BYTES);
            }
            assertWhole(folder, 1);
            if (!disk.failed()) {
                assertThat(n).isGreaterThan(10);
                return;
            }
        }
    }

    @Test
    void a_process_that_dies_while_publishing_leaves_nothing_that_the_next_one_stumbles_on() throws IOException {
        for (int n = 1; ; n++) {
            FailingDisk disk = new FailingDisk(n, true);
            Path folder = root.resolve("died" + n);
            var id = NewAssets.id();
            boolean published = publishes(new LocalAssetStore(folder, disk), id);

            LocalAssetStore next = new LocalAssetStore(folder);
            boolean visible = next.find(id).isPresent();
            assertThat(visible || !published).as("after step " + n).isTrue();
            if (!visible) {
                NewAssets.publish(next, NewAssets.clip(id), BYTES);
            }
            assertThat(next.find(id).map(next::content)).isPresent();
            assertWhole(folder, 1);
            if (!disk.failed()) {
                return;
            }
        }
    }

    @Test
    void a_store_gets_its_name_also_when_the_first_to_name_it_fails_or_dies() {
        for (boolean dies : new boolean[] {false, true}) {
            for (int n = 1; ; n++) {
                FailingDisk disk = new FailingDisk(n, dies);
                Path folder = root.resolve("named" + n + dies);
                Optional<String> told = identity(new LocalAssetStore(folder, disk));

                String name = new LocalAssetStore(folder).identity();

                assertThat(told.orElse(name)).as("after step " + n).isEqualTo(name);
                if (!disk.failed()) {
                    assertThat(n).isGreaterThan(3);
                    break;
                }
            }
        }
    }

    private static Optional<String> identity(LocalAssetStore store) {
        try {
            return Optional.of(store.identity());
        } catch (StorageException e) {
            return Optional.empty();
        }
    }

    @Test
    void a_process_that_dies_while_deleting_leaves_it_whole_or_not_at_all() throws IOException {
        for (int n = 1; ; n++) {
            Path folder = root.resolve("deleted" + n);
            Asset asset = NewAssets.publish(new LocalAssetStore(folder), NewAssets.clip(NewAssets.id()), BYTES);
            FailingDisk disk = new FailingDisk(n, true);
            boolean deleted = deletes(new LocalAssetStore(folder, disk), asset);

            LocalAssetStore next = new LocalAssetStore(folder);
            next.draft(MediaType.MP4).close();
            boolean there = next.find(asset.id()).isPresent();
            assertThat(there && deleted).isFalse();
            assertWhole(folder, there ? 1 : 0);
            assertThat(next.findBySha256(Collection.VIDEOS, asset.sha256()).isPresent())
                    .isEqualTo(there);
            if (!disk.failed()) {
                return;
            }
        }
    }

    @Test
    void a_process_that_dies_while_an_asset_expires_leaves_it_whole_or_gone_and_remembered() throws IOException {
        for (int n = 1; ; n++) {
            Path folder = root.resolve("expired" + n);
            Asset asset = NewAssets.publish(new LocalAssetStore(folder), expiring(), BYTES);
            FailingDisk disk = new FailingDisk(n, true);
            boolean expired = expires(new LocalAssetStore(folder, disk), asset);

            LocalAssetStore next = new LocalAssetStore(folder);
            next.draft(MediaType.MP4).close();
            boolean there = next.find(asset.id()).isPresent();
            assertThat(there && expired).isFalse();
            assertThat(next.findExpired(asset.id()).isPresent())
                    .as("remembered after step " + n)
                    .isEqualTo(!there);
            assertWhole(folder, there ? 1 : 0);
            assertThat(next.expire(asset.id(), NewAssets.NOON)).isEqualTo(there);
            assertWhole(folder, 0);
            if (!disk.failed()) {
                assertThat(n).isGreaterThan(5);
                return;
            }
        }
    }

    @Test
    void a_disk_that_is_full_while_an_asset_expires_costs_the_memory_at_most() throws IOException {
        int gone = 0;
        for (int n = 1; ; n++) {
            Path folder = root.resolve("full" + n);
            Asset asset = NewAssets.publish(new LocalAssetStore(folder), expiring(), BYTES);
            FailingDisk disk = new FailingDisk(n, false);
            LocalAssetStore store = new LocalAssetStore(folder, disk);
            boolean expired = expires(store, asset);

            boolean there = store.find(asset.id()).isPresent();
            assertThat(there && expired).as("after step " + n).isFalse();
            assertWhole(folder, there ? 1 : 0);
            gone += expired && store.findExpired(asset.id()).isEmpty() ? 1 : 0;
            if (!disk.failed()) {
                assertThat(gone)
                        .as("times that there was no room for the memory")
                        .isBetween(1, 3);
                return;
            }
        }
    }

    @Test
    void a_step_that_fails_while_an_asset_gets_another_time_leaves_it_whole() throws IOException {
        for (int n = 1; ; n++) {
            Path folder = root.resolve("kept" + n);
            Asset asset = NewAssets.publish(new LocalAssetStore(folder), expiring(), BYTES);
            FailingDisk disk = new FailingDisk(n, n % 2 == 0);
            LocalAssetStore store = new LocalAssetStore(folder, disk);
            boolean kept = keeps(store, asset);

            LocalAssetStore next = new LocalAssetStore(folder);
            Asset found = next.find(asset.id()).orElseThrow();
            assertThat(found).isIn(asset, asset.expiringAt(null));
            assertThat(found.expiresAt() == null || !kept).isTrue();
            assertThat(next.content(found)).isNotNull();
            assertWhole(folder, 1);
            if (!disk.failed()) {
                assertThat(n).isGreaterThan(3);
                return;
            }
        }
    }

    @Test
    void an_asset_that_is_published_again_after_it_expired_is_whole_or_not_at_all() throws IOException {
        for (int n = 1; ; n++) {
            Path folder = root.resolve("again" + n);
            var as = expiring();
            LocalAssetStore first = new LocalAssetStore(folder);
            NewAssets.publish(first, as, BYTES);
            first.expire(as.id(), NewAssets.NOON);
            FailingDisk disk = new FailingDisk(n, true);
            boolean published = publishes(new LocalAssetStore(folder, disk), as.id());

            LocalAssetStore next = new LocalAssetStore(folder);
            next.draft(MediaType.MP4).close();
            boolean there = next.find(as.id()).isPresent();
            assertThat(there || !published).isTrue();
            assertThat(there && next.findExpired(as.id()).isPresent()).isFalse();
            assertWhole(folder, there ? 1 : 0);
            if (!disk.failed()) {
                return;
            }
        }
    }

    private static NewAsset expiring() {
        return NewAssets.clip(NewAssets.id()).expiringAt(NewAssets.NOON);
    }

    private static boolean expires(LocalAssetStore store, Asset asset) {
        try {
            return store.expire(asset.id(), NewAssets.NOON);
        } catch (StorageException e) {
            return false;
        }
    }

    private static boolean keeps(LocalAssetStore store, Asset asset) {
        try {
            return store.expireAt(asset.id(), null).expiresAt() == null;
        } catch (StorageException e) {
            return false;
        }
    }

    private static boolean publishes(LocalAssetStore store, AssetId id) {
        try {
            NewAssets.publish(store, NewAssets.clip(id), BYTES);
            return true;
        } catch (StorageException e) {
            return false;
        }
    }

    private static boolean deletes(LocalAssetStore store, Asset asset) {
        try {
            return store.delete(asset.id());
        } catch (StorageException e) {
            return false;
        }
    }

    /** As many media as sidecars, and no draft. */
    private static void assertWhole(Path folder, int assets) throws IOException {
        assertThat(files(folder.resolve("videos"))).hasSize(assets);
        assertThat(files(folder.resolve(".meta"))).hasSize(assets);
        assertThat(files(folder.resolve(".parts"))).isEmpty();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
