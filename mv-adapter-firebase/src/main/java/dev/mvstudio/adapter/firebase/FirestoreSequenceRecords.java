package dev.mvstudio.adapter.firebase;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.common.util.concurrent.Striped;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.asset.StorageException.Fault;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Image;
import dev.mvstudio.domain.image.SequenceRecords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records of image sequences in Firestore, one document each. A change is an optimistic transaction: what was read is
 * written on condition that nobody wrote meanwhile, and otherwise read anew. Transactions of the server's client would
 * lock each other out when the scenes of a sequence are done together. Within this process changes of a document queue up.
 */
public final class FirestoreSequenceRecords implements SequenceRecords, AutoCloseable {
    private static final int QUEUES = 64;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** Half of a pause more or less, so that those who met do not meet again. */
    private static final double SPREAD = 0.5;

    private final FirebaseConfiguration configuration;
    private final FirestoreCalls calls;
    private final RetryPolicy<Object> again;
    private final Striped<Lock> queues = Striped.lock(QUEUES);

    /** Asks nothing before its first use. */
    public FirestoreSequenceRecords(FirebaseConfiguration configuration) {
        this.configuration = configuration;
        this.calls = new FirestoreCalls(configuration);
        this.again = RetryPolicy.builder()
                .handle(OvertakenException.class)
                .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(SPREAD)
                .withMaxAttempts(-1)
                .withMaxDuration(configuration.timing().patience())
                .build();
    }

    /** Looks after the database. */
    FirestoreCheckup checkup() {
        return new FirestoreCheckup(configuration, calls, System::nanoTime);
    }

    @Override
    public ImageSequence open(ImageSequence sequence) {
        FolderId folder = sequence.folder();
        return changing("recording image sequence " + folder, folder, document -> open(sequence, document));
    }

    private static Changed<ImageSequence> open(ImageSequence sequence, DocumentSnapshot document) {
        if (!document.exists()) {
            return new Changed<>(sequence, SequenceDocument.write(sequence));
        }
        if (!SequenceDocument.isRecord(document)) {
            return new Changed<>(sequence, Fields.paths(SequenceDocument.write(sequence)));
        }
        ImageSequence there = SequenceDocument.read(sequence.folder(), document);
        List<ImageSequence.Scene> added = sequence.scenes().stream()
                .filter(s -> there.scene(s.number()).isEmpty())
                .toList();
        if (added.isEmpty()) {
            return new Changed<>(there, null);
        }
        List<Map<?, ?>> all = SequenceDocument.withNew(document, added);
        return new Changed<>(
                there.with(
                        Stream.concat(there.scenes().stream(), added.stream()).toList()),
                Map.of(SequenceDocument.SCENES, all, SequenceDocument.TOTAL, all.size()));
    }

    /** Without its address where addresses end: whoever reads the record later has nothing of it. */
    @Override
    public void image(FolderId folder, int scene, Image made) {
        Image image = configuration.signedFor() == null ? made : new Image(made.asset(), null, made.createdAt());
        boolean done = changing("recording an image of sequence " + folder, folder, document -> {
            List<Map<?, ?>> all = SequenceDocument.isRecord(document)
                    ? SequenceDocument.withImage(document, scene, image)
                    : List.of();
            return new Changed<>(!all.isEmpty(), all.isEmpty() ? null : Map.of(SequenceDocument.SCENES, all));
        });
        if (!done) {
            throw new NoSuchElementException("there is no scene " + scene + " of image sequence " + folder);
        }
    }

    @Override
    public Optional<ImageSequence> find(FolderId folder) {
        String what = "looking up image sequence " + folder;
        return telling(() -> {
            DocumentSnapshot document = read(what, folder);
            return SequenceDocument.isRecord(document)
                    ? Optional.of(sound(what, document, d -> SequenceDocument.read(folder, d)))
                    : Optional.empty();
        });
    }

    /**
     * How a document is to be changed.
     *
     * @param result what is said of it then
     * @param fields what is written, by paths where there is a document already; null for nothing
     */
    private record Changed<T>(T result, @Nullable Map<String, ?> fields) {}

    private interface Understanding<T> {
        /** @throws IllegalArgumentException when the document cannot be understood */
        T of(DocumentSnapshot document);
    }

    private <T> T changing(String what, FolderId folder, Understanding<Changed<T>> change) {
        Lock queue = queues.get(folder);
        queue.lock();
        try {
            return telling(() -> Failsafe.with(again).get(() -> change(what, folder, change)));
        } finally {
            queue.unlock();
        }
    }

    /** @throws OvertakenException when somebody else was faster */
    private <T> T change(String what, FolderId folder, Understanding<Changed<T>> change) {
        DocumentSnapshot document = read(what, folder);
        Changed<T> changed = sound(what, document, change);
        if (changed.fields() != null) {
            calls.write(what, document, Map.copyOf(changed.fields()));
        }
        return changed.result();
    }

    private DocumentSnapshot read(String what, FolderId folder) {
        String name = configuration.documentOf(folder.value());
        return calls.ask(what, firestore -> firestore.document(name).get());
    }

    private static <T> T sound(String what, DocumentSnapshot document, Understanding<T> understanding) {
        try {
            return understanding.of(document);
        } catch (IllegalArgumentException e) {
            DocumentReference there = document.getReference();
            throw unavailable(
                    what + ": " + there.getPath() + " was changed so that it cannot be read: " + e.getMessage(), e);
        }
    }

    private static <T> T telling(Supplier<T> calls) {
        try {
            return calls.get();
        } catch (UnreachableException | RefusedException | OvertakenException e) {
            throw unavailable(String.valueOf(e.getMessage()), e);
        }
    }

    private static StorageException unavailable(String message, RuntimeException cause) {
        return new StorageException(Fault.STORAGE_UNAVAILABLE, message, cause);
    }

    @Override
    public void close() {
        calls.close();
    }
}
