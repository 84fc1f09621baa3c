package dev.mvstudio.adapter.jdbc.image;

import dev.mvstudio.adapter.jdbc.database.Database;
import dev.mvstudio.adapter.jdbc.database.Transaction;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Image;
import dev.mvstudio.domain.image.ImageSequence.Scene;
import dev.mvstudio.domain.image.SequenceRecords;
import dev.mvstudio.domain.job.Documents;
import dev.mvstudio.domain.job.JobStoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A row for each sequence and one for each of its scenes. Who adds scenes holds the sequence's row. */
public final class JdbcSequenceRecords implements SequenceRecords {
    private final Database database;
    private final Documents documents;

    public JdbcSequenceRecords(Database database, Documents documents) {
        this.database = database;
        this.documents = documents;
    }

    @Override
    public ImageSequence open(ImageSequence sequence) {
        return done("opening the record of the sequence " + sequence.folder(), t -> {
            String folder = sequence.folder().value();
            if (t.find("select folder from image_sequence where folder = ? for update", row -> true, folder)
                    .isEmpty()) {
                // Who loses a race for this row begins again, and finds it.
                t.update(
                        "insert into image_sequence (folder, what) values (?, ?)",
                        folder,
                        documents.write(sequence.with(List.of())));
            }
            addMissing(t, sequence);
            return find(t, sequence.folder()).orElseThrow();
        });
    }

    private void addMissing(Transaction t, ImageSequence sequence) throws SQLException {
        Set<Integer> there =
                scenes(t, sequence.folder()).stream().map(Scene::number).collect(Collectors.toSet());
        for (Scene scene : sequence.scenes()) {
            if (!there.contains(scene.number())) {
                add(t, sequence.folder(), scene);
            }
        }
    }

    private void add(Transaction t, FolderId folder, Scene scene) throws SQLException {
        Image image = scene.image();
        t.update(
                "insert into image_scene (folder, number, what, image) values (?, ?, ?, ?)",
                folder.value(),
                scene.number(),
                documents.write(scene.with(null)),
                image == null ? null : documents.write(image));
    }

    @Override
    public void image(FolderId folder, int scene, Image image) {
        String text = documents.write(image);
        int rows = done(
                "recording the image of scene " + scene + " of the sequence " + folder,
                t -> t.update(
                        "update image_scene set image = ? where folder = ? and number = ?",
                        text,
                        folder.value(),
                        scene));
        if (rows == 0) {
            throw new NoSuchElementException("there is no scene " + scene + " of a sequence " + folder);
        }
    }

    @Override
    public Optional<ImageSequence> find(FolderId folder) {
        return done("reading the record of the sequence " + folder, t -> find(t, folder));
    }

    private Optional<ImageSequence> find(Transaction t, FolderId folder) throws SQLException {
        Optional<ImageSequence> bare = t.find(
                "select what from image_sequence where folder = ?",
                row -> documents.read(row.getString("what"), ImageSequence.class),
                folder.value());
        return bare.isEmpty() ? bare : Optional.of(bare.get().with(scenes(t, folder)));
    }

    private List<Scene> scenes(Transaction t, FolderId folder) throws SQLException {
        return t.list(
                "select what, image from image_scene where folder = ? order by number", this::scene, folder.value());
    }

    private Scene scene(ResultSet row) throws SQLException {
        Scene scene = documents.read(row.getString("what"), Scene.class);
        String image = row.getString("image");
        return image == null ? scene : scene.with(documents.read(image, Image.class));
    }

    private <T> T done(String what, Database.Work<T> work) {
        try {
            return database.inTransaction(work);
        } catch (JobStoreException e) {
            throw new StorageException(
                    StorageException.Fault.STORAGE_UNAVAILABLE, what + " failed: " + e.getMessage(), e);
        }
    }
}
