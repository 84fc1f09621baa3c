package dev.mvstudio.adapter.jdbc.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.adapter.jdbc.database.Database;
import dev.mvstudio.adapter.jdbc.database.DatabaseAddress;
import dev.mvstudio.adapter.jdbc.document.JacksonDocuments;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.Sampling;
import dev.mvstudio.domain.image.SceneType;
import dev.mvstudio.domain.image.SequenceRecords;
import dev.mvstudio.domain.job.Documents;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import dev.mvstudio.testkit.image.SequenceRecordsContract;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract, over two processes' connections by turns. */
abstract class JdbcSequenceRecordsContract extends SequenceRecordsContract {
    private final Documents documents = new JacksonDocuments(new FakeAssetStore());
    private Database database;
    private Database same;
    private boolean turn;

    abstract DatabaseAddress address();

    @BeforeEach
    void open() {
        DatabaseAddress address = address();
        database = new Database(address, 8);
        same = new Database(address, 8);
    }

    @AfterEach
    void close() {
        same.close();
        database.close();
    }

    @Override
    protected SequenceRecords records() {
        turn = !turn;
        return new JdbcSequenceRecords(turn ? database : same, documents);
    }

    @Test
    void what_a_database_cannot_write_as_it_is_stays_as_it_was() {
        FolderId folder = new FolderId("odd");
        ImageSequence.Scene odd =
                new ImageSequence.Scene(1, SceneType.CHARACTER, "a\u0000b", "\ud800", "c", null, null);
        ImageSequence sequence = new ImageSequence(
                folder, new Backend("fake"), new Model("m"), 1L, Sampling.USUAL, null, Instant.EPOCH, List.of(odd));

        assertThat(records().open(sequence).scenes().getFirst().description()).isEqualTo("a\u0000b");
    }

    @Test
    void rows_of_an_older_version_are_read() {
        SequenceRecords records = records();
        database.inTransaction(t -> {
            t.update("insert into image_sequence (folder, what) values ('old', ?)", """
                    {"folder":{"value":"old"},"backend":{"name":"fake"},"model":{"name":"m"},"seed":7,
                     "sampling":{"sampler":"euler","steps":30,"cfgScale":3.5,"size":{"width":1024,"height":576}},
                     "createdAt":"2026-11-20T12:00:00Z","scenes":[]}""");
            return t.update("insert into image_scene (folder, number, what) values ('old', 1, ?)", """
                    {"number":1,"description":"rain","atmosphere":"","prompt":"rain","duration":"PT5S","image":null}""");
        });

        ImageSequence old = records.find(new FolderId("old")).orElseThrow();

        assertThat(old.look()).isNull();
        assertThat(old.sampling().steps()).isEqualTo(30);
        assertThat(old.scenes()).extracting(ImageSequence.Scene::type).containsExactly(SceneType.CHARACTER);
    }

    @Test
    void records_out_of_reach_are_told_from_records_that_are_not_there() {
        SequenceRecords records = records();
        database.close();

        assertThatThrownBy(() -> records.find(new FolderId("cliff")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("reading the record of the sequence cliff");
    }
}
