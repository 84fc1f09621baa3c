package dev.mvstudio.testkit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.SequenceRecords;
import org.junit.jupiter.api.Test;

class FakeSequenceRecordsTest extends SequenceRecordsContract {
    private final FakeSequenceRecords records = new FakeSequenceRecords();

    @Override
    protected SequenceRecords records() {
        return records;
    }

    @Test
    void it_fails_as_often_as_it_is_told() {
        FolderId folder = new FolderId("a");
        records.fail(1);

        assertThatThrownBy(() -> records.find(folder)).isInstanceOf(StorageException.class);

        assertThat(records.find(folder)).isEmpty();
    }
}
