package dev.mvstudio.testkit.image;

import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.SequenceRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Records in memory, which can be made to be out of reach. */
public final class FakeSequenceRecords implements SequenceRecords {
    private final Map<FolderId, ImageSequence> all = new HashMap<>();
    private int failures;
    private int pictures;

    /** So many of the next calls throw. */
    public synchronized void fail(int times) {
        failures = times;
    }

    /** How often an image was recorded. */
    public synchronized int pictures() {
        return pictures;
    }

    @Override
    public synchronized ImageSequence open(ImageSequence sequence) {
        reach();
        return all.merge(sequence.folder(), sequence, FakeSequenceRecords::extended);
    }

    private static ImageSequence extended(ImageSequence there, ImageSequence more) {
        List<ImageSequence.Scene> scenes = new ArrayList<>(there.scenes());
        more.scenes().stream()
                .filter(scene -> there.scene(scene.number()).isEmpty())
                .forEach(scenes::add);
        return there.with(scenes);
    }

    @Override
    public synchronized void image(FolderId folder, int scene, ImageSequence.Image image) {
        reach();
        ImageSequence there = Optional.ofNullable(all.get(folder))
                .filter(s -> s.scene(scene).isPresent())
                .orElseThrow(() -> new NoSuchElementException("scene " + scene + " of " + folder));
        all.put(
                folder,
                there.with(there.scenes().stream()
                        .map(s -> s.number() == scene ? s.with(image) : s)
                        .toList()));
        pictures++;
    }

    @Override
    public synchronized Optional<ImageSequence> find(FolderId folder) {
        reach();
        return Optional.ofNullable(all.get(folder));
    }

    private void reach() {
        if (failures > 0) {
            failures--;
            throw new StorageException(
                    StorageException.Fault.STORAGE_UNAVAILABLE, "the records of sequences were told to fail", null);
        }
    }
}
