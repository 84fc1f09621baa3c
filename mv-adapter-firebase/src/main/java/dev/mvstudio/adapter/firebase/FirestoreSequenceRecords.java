package dev.mvstudio.adapter.firebase;

import com.google.api.core.ApiFuture;
import com.google.api.gax.rpc.ApiException;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.SetOptions;
import com.google.cloud.firestore.Transaction;
import com.google.cloud.firestore.TransactionOptions;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.asset.StorageException.Fault;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Image;
import dev.mvstudio.domain.image.SequenceRecords;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Records of image sequences in Firestore, one document each, changed in transactions. */
public final class FirestoreSequenceRecords implements SequenceRecords, AutoCloseable {
    /** How often a transaction begins anew because others changed the same document. */
    private static final int TURNS = 30;

    private final FirebaseConfiguration configuration;
    private final GoogleClients clients;

    /** Asks nothing before its first use. */
    public FirestoreSequenceRecords(FirebaseConfiguration configuration) {
        this.configuration = configuration;
        this.clients = new GoogleClients(configuration);
    }

    @Override
    public ImageSequence open(ImageSequence sequence) {
        FolderId folder = sequence.folder();
        return changing(
                "recording image sequence " + folder,
                folder,
                (transaction, document) -> open(sequence, transaction, document));
    }

    private static ImageSequence open(ImageSequence sequence, Transaction transaction, DocumentSnapshot document) {
        DocumentReference reference = document.getReference();
        if (!document.exists()) {
            transaction.create(reference, SequenceDocument.write(sequence));
            return sequence;
        }
        if (!SequenceDocument.isRecord(document)) {
            transaction.set(reference, SequenceDocument.write(sequence), SetOptions.merge());
            return sequence;
        }
        ImageSequence there = SequenceDocument.read(sequence.folder(), document);
        List<ImageSequence.Scene> added = sequence.scenes().stream()
                .filter(s -> there.scene(s.number()).isEmpty())
                .toList();
        if (added.isEmpty()) {
            return there;
        }
        List<Map<?, ?>> all = SequenceDocument.withNew(document, added);
        transaction.update(reference, Map.of(SequenceDocument.SCENES, all, SequenceDocument.TOTAL, all.size()));
        return there.with(Stream.concat(there.scenes().stream(), added.stream()).toList());
    }

    @Override
    public void image(FolderId folder, int scene, Image image) {
        boolean done = changing("recording an image of sequence " + folder, folder, (transaction, document) -> {
            List<Map<?, ?>> all = SequenceDocument.isRecord(document)
                    ? SequenceDocument.withImage(document, scene, image)
                    : List.of();
            if (all.isEmpty()) {
                return false;
            }
            transaction.update(document.getReference(), SequenceDocument.SCENES, all);
            return true;
        });
        if (!done) {
            throw new NoSuchElementException("there is no scene " + scene + " of image sequence " + folder);
        }
    }

    @Override
    public Optional<ImageSequence> find(FolderId folder) {
        String what = "looking up image sequence " + folder;
        DocumentSnapshot document = await(what, document(folder).get());
        return SequenceDocument.isRecord(document) ? Optional.of(read(what, folder, document)) : Optional.empty();
    }

    private static ImageSequence read(String what, FolderId folder, DocumentSnapshot document) {
        try {
            return SequenceDocument.read(folder, document);
        } catch (IllegalArgumentException e) {
            throw damaged(what, document.getReference().getPath(), e);
        }
    }

    /** What is done to a document that was read; repeated when somebody else was faster. */
    private interface Change<T> {
        T carryOut(Transaction transaction, DocumentSnapshot document);
    }

    private <T> T changing(String what, FolderId folder, Change<T> change) {
        DocumentReference document = document(folder);
        TransactionOptions turns = TransactionOptions.createReadWriteOptionsBuilder()
                .setNumberOfAttempts(TURNS)
                .build();
        return await(
                what,
                clients.firestore()
                        .runTransaction(
                                transaction -> change.carryOut(
                                        transaction, transaction.get(document).get()),
                                turns));
    }

    private DocumentReference document(FolderId folder) {
        try {
            return clients.firestore().document(configuration.documentOf(folder.value()));
        } catch (RefusedException e) {
            throw new StorageException(Fault.STORAGE_UNAVAILABLE, String.valueOf(e.getMessage()), e);
        }
    }

    /** Waits as long as our patience lasts. */
    private <T> T await(String what, ApiFuture<T> answer) {
        try {
            return answer.get(configuration.timing().patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | CancellationException e) {
            throw failure(what, e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unavailable(what + ": Firestore did not answer in time", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unavailable(what + ": interrupted", e);
        }
    }

    private static StorageException failure(String what, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException damage && !(damage instanceof NumberFormatException)) {
                return damaged(what, "its document", damage);
            }
            if (cause instanceof ApiException api) {
                return unavailable(what + ": " + reason(api), failure);
            }
        }
        return unavailable(what + ": Firestore cannot be reached", failure);
    }

    private static String reason(ApiException e) {
        return switch (e.getStatusCode().getCode()) {
            case PERMISSION_DENIED ->
                "the service account may not use Firestore; give it the role Cloud Datastore User";
            case UNAUTHENTICATED -> "Firestore does not accept the key of the service account";
            case NOT_FOUND -> "the project has no Firestore database; make one in the console";
            default -> "Firestore cannot be reached (" + e.getStatusCode().getCode() + ")";
        };
    }

    private static StorageException damaged(String what, String where, IllegalArgumentException e) {
        return unavailable(what + ": " + where + " was changed so that it cannot be read: " + e.getMessage(), e);
    }

    private static StorageException unavailable(String message, Exception cause) {
        return new StorageException(Fault.STORAGE_UNAVAILABLE, message, cause);
    }

    @Override
    public void close() {
        clients.close();
    }
}
