package dev.mvstudio.application.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.job.JobStoreException;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import dev.mvstudio.testkit.job.FakeJobStore;
import org.junit.jupiter.api.Test;

class StorageTest {
    private final FakeJobStore jobs = new FakeJobStore();
    private final FakeAssetStore files = new FakeAssetStore();
    private final Storage first = new Storage(files, jobs);

    @Test
    void nodes_with_the_same_files_share_them() {
        assertThat(first.isShared()).isTrue();
        assertThat(new Storage(files, jobs).isShared()).isTrue();
        assertThat(first.isApart()).isFalse();
    }

    @Test
    void a_node_with_other_files_than_the_first_one_is_apart_until_it_is_started_again() {
        FakeAssetStore others = new FakeAssetStore();
        Storage second = new Storage(others, jobs);

        assertThat(first.isShared()).isTrue();
        assertThat(second.isApart()).isTrue();
        others.failWith(StorageException.Fault.STORAGE_UNAVAILABLE);

        assertThat(second.isShared()).isFalse();
        assertThat(first.isShared()).isTrue();
    }

    @Test
    void what_cannot_be_reached_is_not_taken_for_apart() {
        jobs.outOfOrder(true);
        assertThatThrownBy(first::isShared).isInstanceOf(JobStoreException.class);
        assertThat(first.isApart()).isFalse();
        jobs.outOfOrder(false);

        files.failWith(StorageException.Fault.STORAGE_UNAVAILABLE);
        assertThatThrownBy(first::isShared).isInstanceOf(StorageException.class);
        assertThat(first.isApart()).isFalse();
        files.failWith(null);

        assertThat(first.isShared()).isTrue();
    }
}
