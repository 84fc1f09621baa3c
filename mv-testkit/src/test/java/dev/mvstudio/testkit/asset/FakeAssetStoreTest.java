package dev.mvstudio.testkit.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.StorageException;
import org.junit.jupiter.api.Test;

class FakeAssetStoreTest extends AssetStoreContract {
    private final FakeAssetStore store = new FakeAssetStore();

    @Override
    protected AssetStore store() {
        return store;
    }

    @Override
    protected AssetStore sameStore() {
        return store;
    }

    @Override
    protected AssetStore otherStore() {
        return new FakeAssetStore();
    }

    @Test
    void fails_when_told_to() {
        store.failWith(StorageException.Fault.DISK_FULL);

        assertThatThrownBy(() -> store.draft(MediaType.MP4))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.fault()).isEqualTo(StorageException.Fault.DISK_FULL));
    }

    @Test
    void counts_the_drafts_that_are_open() {
        try (var draft = store.draft(MediaType.MP4)) {
            assertThat(draft.file()).doesNotExist();
            assertThat(store.openDrafts()).isEqualTo(1);
        }
        assertThat(store.openDrafts()).isZero();
    }
}
